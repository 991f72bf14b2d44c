from __future__ import annotations

from django.db import migrations, models

from coequal.journal.fields import Bytes, CreateUnorderedModel, MaybeBytes


class Migration(migrations.Migration):
    dependencies = [("people", "0001_first")]

    operations = [
        CreateUnorderedModel(
            name="Chairs",
            fields=[
                ("id", Bytes(max_length=16, primary_key=True, serialize=False)),
                ("expiry", models.BigIntegerField()),
                ("made_up", models.BooleanField()),
                ("space", Bytes(default=b"", max_length=16)),
            ],
        ),
        # Null, so that SQLite need not build the tables anew: that would bring
        # back the hidden row numbers.
        migrations.AddField("account", "chairs", MaybeBytes(max_length=16, null=True)),
        migrations.AddField("session", "chairs", MaybeBytes(max_length=16, null=True)),
    ]
