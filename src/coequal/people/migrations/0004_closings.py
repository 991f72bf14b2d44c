from __future__ import annotations

from django.db import migrations, models

from coequal.journal.fields import Bytes, CreateUnorderedModel


class Migration(migrations.Migration):
    dependencies = [("people", "0003_view")]

    operations = [
        CreateUnorderedModel(
            name="Closing",
            fields=[
                ("id", Bytes(max_length=16, primary_key=True, serialize=False)),
                ("place", Bytes(max_length=32)),
                ("due", models.BigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["place"], name="by_place")],
            },
        ),
    ]
