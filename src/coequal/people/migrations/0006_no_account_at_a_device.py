"""Two who share a browser keep nothing: no account is ever one of a shared device."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0005_drafts"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="account", name="account_by_device"),
        migrations.RemoveField(model_name="account", name="device"),
    ]
