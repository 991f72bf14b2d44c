"""The database: whether it answers, whose it is, and whether its tables are here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db import Error, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor

from coequal.errors import CoequalError
from coequal.journal.host import check_home
from coequal.site import database
from coequal.site.checkup.remark import Remark, note, refusals


def tables(home: Path) -> Iterator[Remark]:
    """Yield what is wrong with the database. SQLite is not made where it is not yet."""
    if connection.vendor == "sqlite" and not (home / "coequal.sqlite3").exists():
        yield note(
            "COEQUAL_HOME", "no database is there yet. The first start makes it."
        )
        return
    try:
        yield from _state()
        yield from _belongs(home)
    except (Error, InconsistentMigrationHistory) as error:
        yield _split(database.fault(error))
    finally:
        connection.close()


def _state() -> Iterator[Remark]:
    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    later = sorted(set(executor.loader.applied_migrations) - known)
    ours = [one for one in later if one[0] in executor.loader.migrated_apps]
    if ours:
        yield Remark(
            setting=_setting(),
            says="its tables are those of a later version. Start that version, or put "
            "back a copy from before.",
        )
    to_do = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if to_do and executor.loader.applied_migrations:
        yield note(
            _setting(),
            f"{len(to_do)} changes of its tables are still to be made. The next start "
            "makes them; take a copy before.",
        )
    elif to_do:
        yield note(_setting(), "it is empty. The first start makes the tables.")
    elif not ours:
        yield from refusals(database.check_whole)


def _belongs(home: Path) -> Iterator[Remark]:
    if not home.exists():
        # Of PostgreSQL only; an empty one needs no key of before.
        if MigrationExecutor(connection).loader.applied_migrations:
            yield Remark(
                setting=f"COEQUAL_HOME: {home}",
                says="is not there, and the database was made with a host.key. Set it "
                "to the folder of that key, or put your copy of the key there.",
            )
        return
    # Only with both files there: else reading them would make what is missing.
    if not (home / "epoch").exists() and (home / "host.key").exists():
        yield note(
            f"COEQUAL_HOME: {home / 'epoch'}",
            "is not there. That is right after putting a copy back: the next start "
            "makes it. Answers that were still hidden then have to be sent again.",
        )
        return
    try:
        check_home()
    except CoequalError as error:
        yield Remark(setting=_setting(), says=f"{error}.")


def _setting() -> str:
    where = connection.vendor
    return "COEQUAL_DATABASE" if where == "postgresql" else "COEQUAL_HOME"


def _split(line: str) -> Remark:
    setting, _, says = line.partition(": ")
    return Remark(setting=setting, says=says)
