from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_closings")]

    operations = [
        # Null, as SQLite would build the table anew otherwise (0002).
        migrations.AddField("session", "lasting", models.BooleanField(null=True)),
    ]
