"""What was typed when a session was over waits for its owner."""

from __future__ import annotations

from django.db import migrations, models

import coequal.journal.fields
from coequal.journal.fields import CreateUnorderedModel


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_by_turn"),
    ]

    operations = [
        CreateUnorderedModel(
            name="Draft",
            fields=[
                (
                    "key",
                    coequal.journal.fields.Bytes(
                        max_length=32, primary_key=True, serialize=False
                    ),
                ),
                ("by", coequal.journal.fields.Bytes(max_length=32)),
                ("expiry", models.BigIntegerField()),
                ("sealed", coequal.journal.fields.Bytes()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["by"], name="draft_by_browser"),
                    models.Index(fields=["expiry"], name="draft_by_expiry"),
                ],
            },
        ),
    ]
