"""Tries go by turn, and known browsers stand apart.

A browser that was known gets known again when somebody next signs in there.
"""

from __future__ import annotations

from django.db import migrations, models

import coequal.journal.fields
from coequal.journal.fields import CreateUnorderedModel


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_bound_sessions"),
    ]

    operations = [
        migrations.DeleteModel(name="Throttle"),
        CreateUnorderedModel(
            name="Throttle",
            fields=[
                (
                    "key",
                    coequal.journal.fields.Bytes(
                        max_length=32, primary_key=True, serialize=False
                    ),
                ),
                ("full", models.BigIntegerField(default=0)),
                ("line", coequal.journal.fields.Bytes(default=b"")),
                ("expiry", models.BigIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["expiry"], name="throttle_by_expiry"),
                ],
            },
        ),
        CreateUnorderedModel(
            name="KnownBrowser",
            fields=[
                (
                    "key",
                    coequal.journal.fields.Bytes(
                        max_length=32, primary_key=True, serialize=False
                    ),
                ),
                ("full", models.BigIntegerField(default=0)),
                ("marks", coequal.journal.fields.Bytes()),
                ("expiry", models.BigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["expiry"], name="known_by_expiry")],
            },
        ),
    ]
