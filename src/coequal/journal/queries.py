"""The queries that find rows: by kind, by subject, by ref, and through marks.

They are written out, of fixed words alone: every value is a parameter. A page asks for
a dozen kinds in one query, and to build that by the ORM cost more than to run it. Each
query is made of parts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from coequal.sealed.kept import SEALED

_COLUMNS: Final = "SELECT r.id, r.author, r.kind, r.about, r.ref, r.audience, "
_MARK: Final = ("id1", "ref1", "id2", "ref2", "mark")
# No bytes, of the type of bytes: PostgreSQL unites columns of one type only.
_NONE: Final = "NULLIF(r.id, r.id)"
_NO_MARK: Final = ", ".join([_NONE] * len(_MARK)) + " FROM "
_ROWS: Final = f"{_COLUMNS}r.sealed, s.share, {_NO_MARK}"
# A mark names two rows: a row is found in either place.
_SOME_MARK: Final = ", ".join(f"COALESCE(a.{name}, b.{name})" for name in _MARK)
_MARKED_ROWS: Final = f"{_COLUMNS}r.sealed, s.share, {_SOME_MARK} FROM "
_SHARES: Final = "LEFT JOIN journal_share s ON s.space = r.space AND s.id = r.id "
_MARKS: Final = (
    "LEFT JOIN journal_mark a ON a.space = r.space AND a.id1 = r.id "
    "LEFT JOIN journal_mark b ON b.space = r.space AND b.id2 = r.id "
)
REFS: Final = "R"
"""Stands for the audience of the refs of a kind."""
OPEN: Final = "O"
"""Stands for the audience of the columns of all that is open to both."""
KEPT: Final = "K"
"""Stands for the audience of what an author keeps for themselves."""
HEAD: Final = "H"
"""Stands for the audience of single boxes, of whoever keeps them."""
ID: Final = "I"
"""Stands for the audience of a row of which only its columns were looked for."""
_NOTHING: Final = ", ".join(["NULLIF(r.place, r.place)"] * (1 + len(_MARK)))
_BOXES: Final = "r.place, r.author, r.place, r.place, r.place, '{}', r.sealed"
_OF_BOXES: Final = f"SELECT {_BOXES}, {_NOTHING} FROM "  # nosec B608 # noqa: S608  fixed
_KEPT: Final = f"{_OF_BOXES.format(KEPT)}journal_kept r "
_HEADS: Final = _OF_BOXES.format(HEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """One select, and what it is given."""

    sql: str
    given: list[bytes | str]


def of_kinds(space: bytes, kinds: Collection[bytes], *, marks: bool = False) -> Select:
    """Select the rows of some kinds by their columns; with their marks, if asked."""
    rows, beside = _with(marks=marks)
    sql = f"{rows}journal_row r {_index('by_kind')}{beside}WHERE r.space = %s"
    return Select(sql=sql + _of(kinds), given=[space, *kinds])


def on_subjects(
    space: bytes,
    kinds: Collection[bytes],
    abouts: Collection[bytes],
    *,
    marks: bool = False,
) -> Select:
    """Select the rows of some kinds on some subjects; with their marks, if asked."""
    rows, beside = _with(marks=marks)
    sql = f"{rows}{_abouts(abouts)} CROSS JOIN journal_row r {_index('by_kind')}"
    sql += f"{beside}WHERE r.space = %s AND r.about = w.column1"
    return Select(sql=sql + _of(kinds), given=[*abouts, space, *kinds])


def opened_with(
    space: bytes, kinds: Collection[bytes], abouts: Collection[bytes] | None
) -> Select:
    """Select the other's rows that opened with one's own of some kinds and subjects.

    They are reached from one's own through the marks, so that nothing is looked at
    for a row of the other that is still closed. Columns are those of one's own rows;
    without `abouts`, it is all of them.
    """
    mine, on = f"journal_row r {_index('by_kind')}", ""
    if abouts is not None:
        mine, on = f"{_abouts(abouts)} CROSS JOIN {mine}", " AND r.about = w.column1"
    mine += f"CROSS JOIN journal_mark m WHERE r.space = %s{on}{_of(kinds)}"
    mine += " AND m.space = %s AND r.id ="
    rows, beside = _with(marks=True)
    sql = f"{rows}(SELECT m.id2 AS id FROM {mine} m.id1 UNION "  # nosec B608 # noqa: S608  fixed words
    sql += f"SELECT m.id1 FROM {mine} m.id2) o "  # nosec B608 # noqa: S608  fixed words
    sql += f"CROSS JOIN journal_row r {beside}"
    given = [*(abouts or ()), space, *kinds, space]
    return Select(
        sql=sql + "WHERE r.space = %s AND r.id = o.id", given=[*given, *given, space]
    )


def named(
    space: bytes, kinds: Collection[bytes], beginnings: Collection[bytes]
) -> Select:
    """Select the rows of some kinds by the beginnings of their refs."""
    rows, beside = _with(marks=False)
    places = ", ".join(["(%s, %s)"] * len(beginnings))
    sql = f"{rows}(VALUES {places}) w CROSS JOIN journal_row r {_index('by_ref')}"
    sql += f"{beside}WHERE r.space = %s AND r.ref BETWEEN w.column1 AND w.column2"
    ends = [end for one in beginnings for end in (one, one.ljust(32, b"\xff"))]
    return Select(sql=sql + _of(kinds), given=[*ends, space, *kinds])


def refs_of_kinds(space: bytes, kinds: Collection[bytes]) -> Select:
    """Select the refs of all rows of some kinds; nothing of what they say.

    One row a kind, with all its refs one after the other, and `REFS` for its audience:
    thousands of rows would cost more to bring here than to look up. What is no ref by
    its length is none: run together, they could stand for others.
    """
    every = "CAST(group_concat(r.ref, '') AS BLOB)"
    if connection.vendor != "sqlite":
        every = "string_agg(r.ref, ''::bytea)"
    # Of columns that stand in the index, so that no row is read.
    nothing = ", ".join(["NULLIF(r.kind, r.kind)"] * (1 + len(_MARK)))
    names = f"r.kind, r.kind, r.kind, r.kind, {every}, '{REFS}', r.kind, {nothing}"
    sql = f"SELECT {names} FROM journal_row r {_index('by_kind')}"  # nosec B608 # noqa: S608  fixed words
    sql += f"WHERE r.space = %s{_of(kinds)}{_long('ref', 32)} GROUP BY r.kind"
    return Select(sql=sql, given=[space, *kinds])


def open_to_both(space: bytes) -> Select:
    """Select the columns `kind`, `about` and `ref` of all rows that are open to both.

    One row with all of them, one after the other, and `OPEN` for its audience. They
    stand in an index of their own, so that no closed row is even passed. A row whose
    columns are of another length is none: run together, they could stand for others.
    """
    every = "CAST(group_concat(r.kind || r.about || r.ref, '') AS BLOB)"
    if connection.vendor != "sqlite":
        every = "string_agg(r.kind || r.about || r.ref, ''::bytea)"
    nothing = ", ".join(["NULLIF(r.space, r.space)"] * (1 + len(_MARK)))
    names = f"r.space, r.space, r.space, r.space, {every}, '{OPEN}', r.space, {nothing}"
    sql = f"SELECT {names} FROM journal_row r {_index('by_both')}"  # nosec B608 # noqa: S608  fixed words
    of_a_row = f"{_long('kind', 16)}{_long('about', 16)}{_long('ref', 32)}"
    sql += f"WHERE r.space = %s AND r.audience = 'B'{of_a_row} GROUP BY r.space"
    return Select(sql=sql, given=[space])


def kept(space: bytes, author: bytes, places: tuple[bytes, bytes]) -> Select:
    """Select what an author keeps in some places, in the columns of rows.

    Its place stands for its id, and `KEPT` for its audience.
    """
    sql = f"{_KEPT}WHERE r.space = %s AND r.author = %s AND r.place BETWEEN %s AND %s"
    return Select(sql=sql, given=[space, author, *places])


def heads(space: bytes) -> Select:
    """Select the heads of both, which are the small boxes; `HEAD` is their audience."""
    sql = f"{_HEADS}journal_kept r WHERE r.space = %s AND length(r.sealed) = {SEALED}"
    return Select(sql=sql, given=[space])


def boxes_at(space: bytes, at: Collection[tuple[bytes, bytes]]) -> Select:
    """Select single boxes by author and place; `HEAD` is their audience."""
    places = ", ".join(["(%s, %s)"] * len(at))
    sql = f"{_HEADS}(VALUES {places}) w CROSS JOIN journal_kept r WHERE r.space = %s "
    sql += "AND r.author = w.column1 AND r.place = w.column2"
    return Select(sql=sql, given=[*(one for key in at for one in key), space])


def ids(
    space: bytes, kinds: Collection[bytes], abouts: Collection[bytes] | None
) -> Select:
    """Select the ids of rows of some kinds, on some subjects; `ID` is their audience.

    All of it stands in an index, so that no row is read.
    """
    names = f"r.id, r.id, r.kind, r.about, r.ref, '{ID}', r.id, {_NONE}, {_NO_MARK}"
    where = f"WHERE r.space = %s{_of(kinds)}"
    sql = f"SELECT {names}journal_row r {_index('by_kind')}{where}"  # nosec B608
    if abouts is not None:
        sql += f" AND r.about IN ({_marks(abouts)})"
    return Select(sql=sql, given=[space, *kinds, *(abouts or ())])


def waiting(space: bytes, audience: str) -> Select:
    """Select the rows of a space that were put in for both, closed or open."""
    rows, beside = _with(marks=False)
    sql = f"{rows}journal_row r {beside}WHERE r.space = %s AND r.audience = %s"
    return Select(sql=sql, given=[space, audience])


def closed_spaces(spaces: Collection[bytes]) -> set[bytes]:
    """Return those of some spaces that are closed."""
    sql = f"SELECT id FROM journal_space WHERE closed AND id IN ({_marks(spaces)})"  # nosec B608 # noqa: S608  fixed words
    with connection.cursor() as cursor:
        cursor.execute(sql, [*spaces])
        return {bytes(space) for (space,) in cursor.fetchall()}


def run(parts: Collection[Select]) -> list[Any]:
    """Return the columns of all rows of some parts, in one query and in no order."""
    given = [value for part in parts for value in part.given]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(part.sql for part in parts), given)
        return list(cursor.fetchall())


def _with(*, marks: bool) -> tuple[str, str]:
    """Return what a part begins with, and the tables beside the rows."""
    return (_MARKED_ROWS, _SHARES + _MARKS) if marks else (_ROWS, _SHARES)


def _of(kinds: Collection[bytes]) -> str:
    return f" AND r.kind IN ({_marks(kinds)})"


def _long(column: str, size: int) -> str:
    # SQLite keeps a text in a column of bytes, and would count its letters.
    of = f"CAST(r.{column} AS BLOB)" if connection.vendor == "sqlite" else f"r.{column}"
    return f" AND length({of}) = {size}"


def _marks(values: Collection[bytes]) -> str:
    return ", ".join(["%s"] * len(values))


def _index(name: str) -> str:
    # Without it SQLite may pass every row of a space on its way to those of one kind.
    return f"INDEXED BY {name} " if connection.vendor == "sqlite" else ""


def _abouts(abouts: Collection[bytes]) -> str:
    """Begin with what is looked for: `IN` may pass every row of a kind in its place."""
    return f"(VALUES {', '.join(['(%s)'] * len(abouts))}) w"
