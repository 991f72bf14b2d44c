from __future__ import annotations

from django.db import migrations

from coequal.journal.fields import MaybeBytes


class Migration(migrations.Migration):
    dependencies = [("people", "0002_chairs")]

    operations = [
        # Null, as SQLite would build the table anew otherwise (0002).
        migrations.AddField("session", "view", MaybeBytes(null=True)),
    ]
