"""A code tells who asks, before anybody joins."""

from __future__ import annotations

from django.db import migrations

import coequal.journal.fields


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_no_account_at_a_device"),
    ]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="asks",
            field=coequal.journal.fields.Bytes(default=b""),
        ),
    ]
