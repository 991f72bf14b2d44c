from __future__ import annotations

from django.apps import apps
from django.db import connection

OURS = {
    model._meta.db_table
    for app in ("journal", "people")
    for model in apps.get_app_config(app).get_models()
}


def test_no_table_counts_its_rows(db: None) -> None:
    assert len(OURS) == 16
    assert _counters() == set()


def _counters() -> set[str]:
    """Tables with a hidden row number (SQLite) or a sequence (PostgreSQL)."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            return {
                name
                for name, sql in cursor.fetchall()
                if name in OURS and not sql.endswith("WITHOUT ROWID")
            }
        cursor.execute(
            "SELECT table_name FROM information_schema.columns "
            "WHERE column_default LIKE 'nextval%' OR is_identity = 'YES'"
        )
        return {name for (name,) in cursor.fetchall()} & OURS


def test_no_table_keeps_a_time_of_anything_anybody_did(db: None) -> None:
    kinds = {
        field.get_internal_type()
        for app in ("journal", "people")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
    }
    assert not kinds & {"DateTimeField", "DateField", "TimeField", "AutoField"}
