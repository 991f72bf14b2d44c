"""A home of another version is refused before anything in it is touched."""

from __future__ import annotations

import pytest
from django.db import connection

from coequal.errors import Unsound
from coequal.journal.host import check_home, host
from coequal.journal.models import Installation
from coequal.sealed.hashing import FORMAT

TABLE = "journal_installation"


@pytest.fixture
def home(db: None) -> None:
    host.cache_clear()
    host()


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.usefixtures("home")
class TestAHome:
    def test_of_this_version_is_taken(self) -> None:
        assert Installation.objects.get().form == FORMAT == 2
        check_home()

    @pytest.mark.parametrize(
        ("form", "version"), [(FORMAT - 1, "an earlier"), (FORMAT + 1, "a later")]
    )
    def test_of_another_version_is_refused(self, form: int, version: str) -> None:
        Installation.objects.update(form=form)
        with pytest.raises(
            Unsound, match=f"{version} version .*form {form}"
        ) as refused:
            check_home()
        assert "COEQUAL_HOME=" in str(refused.value)
        assert "\n" not in str(refused.value)

    def test_that_has_no_number_yet_is_of_the_first_form(self) -> None:
        sql(f"ALTER TABLE {TABLE} DROP COLUMN form")
        with pytest.raises(Unsound, match="form 1,"):
            check_home()

    def test_without_its_tables_is_new(self) -> None:
        sql(f"ALTER TABLE {TABLE} RENAME TO elsewhere")
        check_home()

    def test_whose_first_start_was_cut_short_is_new(self) -> None:
        Installation.objects.all().delete()
        check_home()
