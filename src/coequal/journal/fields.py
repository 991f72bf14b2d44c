"""Raw bytes as columns, and tables that keep no order of arrival."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

if TYPE_CHECKING:
    Binary = models.BinaryField[bytes, bytes]
    MaybeBinary = models.BinaryField[bytes | None, bytes | None]
else:
    Binary = MaybeBinary = models.BinaryField


AS_THEY_ARE: Final = "surrogateescape"
"""How bytes that are no text become one and bytes again."""


def as_bytes(value: object) -> bytes:
    """Return what stands in a column of bytes, of whatever type the database has it.

    PostgreSQL answers with a memoryview. SQLite keeps the type with the value: one bit
    of a disk makes bytes a text, and that is damage to one row, not to a whole page.
    """
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode(errors=AS_THEY_ARE)
    return bytes(value) if isinstance(value, memoryview) else b""


class Bytes(Binary):
    """Bytes that come back as `bytes` from every database."""

    if TYPE_CHECKING:
        _pyi_private_set_type: bytes
        _pyi_private_get_type: bytes

    def from_db_value(
        self, value: bytes | memoryview | None, *_: object
    ) -> bytes | None:
        """Callers compare bytes."""
        return None if value is None else as_bytes(value)


class MaybeBytes(MaybeBinary):
    """Bytes or None: a column that SQLite adds without building a table again."""

    def from_db_value(
        self, value: bytes | memoryview | None, *_: object
    ) -> bytes | None:
        """Callers compare bytes."""
        return None if value is None else as_bytes(value)


class CreateUnorderedModel(migrations.CreateModel):
    """Create a table without SQLite's hidden row number.

    A row number is a counter: its gaps would show where closed rows were.
    """

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the table, on SQLite as WITHOUT ROWID."""
        if schema_editor.connection.vendor != "sqlite":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        # Django has no option for this, so its own SQL gets two more words at the end.
        model = to_state.apps.get_model(app_label, self.name)
        sql, parameters = _table_sql(schema_editor, model)
        schema_editor.execute(f"{sql} WITHOUT ROWID", parameters or None)
        schema_editor.deferred_sql.extend(_index_sql(schema_editor, model))


def keep_rows_whole(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let PostgreSQL keep a closed entry in its row.

    From 2,000 bytes on it would lay the sealed bytes into a table beside, which takes a
    tenth more. SQLite keeps them in their row by the size of its pages.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE journal_row SET (toast_tuple_target = 4080)")


def _table_sql(schema_editor: Any, model: Any) -> tuple[str, list[Any]]:
    sql, parameters = schema_editor.table_sql(model)
    return str(sql), list(parameters)


def _index_sql(schema_editor: Any, model: Any) -> list[Any]:
    return list(schema_editor._model_indexes_sql(model))  # noqa: SLF001  as Django does
