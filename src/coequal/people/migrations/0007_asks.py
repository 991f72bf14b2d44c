"""An invitation says who asks. One that says nothing is of no use, and goes."""

from __future__ import annotations

from django.db import migrations, models

from coequal.journal.fields import Bytes, CreateUnorderedModel


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_no_account_at_a_device"),
    ]

    operations = [
        # Made again, since SQLite would add the column to a table that counts its rows.
        migrations.DeleteModel(name="Invitation"),
        CreateUnorderedModel(
            name="Invitation",
            fields=[
                ("find", Bytes(max_length=16, primary_key=True, serialize=False)),
                ("pair_id", Bytes(max_length=16)),
                ("expiry", models.BigIntegerField()),
                ("offer", Bytes()),
                ("asks", Bytes(default=b"")),
                ("reply", Bytes(default=b"")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pair_id"], name="invitation_by_pair"),
                    models.Index(fields=["expiry"], name="invitation_by_expiry"),
                ],
            },
        ),
    ]
