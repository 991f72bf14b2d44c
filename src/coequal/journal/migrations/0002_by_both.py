from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_first")]

    operations = [
        migrations.AddIndex(
            model_name="storedrow",
            index=models.Index(
                fields=["space", "kind", "about", "ref", "audience"],
                name="by_both",
                condition=models.Q(audience="B"),
            ),
        ),
    ]
