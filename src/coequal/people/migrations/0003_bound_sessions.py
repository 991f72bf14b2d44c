"""Sessions are bound to all that stands beside them, and their spaces are sealed.

No session of before opens any more, so all of them end, and with them what nobody had
kept.
"""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import coequal.journal.fields


def end_sessions(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    sessions = apps.get_model("people", "SessionRow")
    devices = apps.get_model("people", "SharedDevice")
    spaces = {
        space
        for table in (sessions, devices)
        for space in table.objects.values_list("space", flat=True)
        if space
    }
    for space in spaces:
        for name in ("StoredRow", "Share", "StoredMark", "Kept"):
            apps.get_model("journal", name).objects.filter(space=space).delete()
        apps.get_model("journal", "Space").objects.filter(pk=space).delete()
    # The column went later (0006), so the types of today do not know it.
    apps.get_model("people", "Account").objects.filter(
        device__isnull=False  # type: ignore[misc]
    ).delete()
    sessions.objects.all().delete()
    devices.objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0001_first"),
        ("people", "0002_lookups"),
    ]

    operations = [
        migrations.RunPython(end_sessions, migrations.RunPython.noop),
        # No database limits the length of bytes: only Django is told. Were the table
        # changed, SQLite would make it again, with a row number.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="sessionrow",
                    name="space",
                    field=coequal.journal.fields.Bytes(),
                ),
                migrations.AlterField(
                    model_name="shareddevice",
                    name="space",
                    field=coequal.journal.fields.Bytes(default=b""),
                ),
            ],
        ),
    ]
