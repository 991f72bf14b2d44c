"""Prints of rows: of one signer, in one space, of every byte of the columns."""

from __future__ import annotations

from tests.sealed.vector_cast import A, B

from coequal.sealed.hashing import digest
from coequal.sealed.person import Member
from coequal.sealed.seen import MARK, PRINT, ROW, prints, whole

SPACE = bytes(16)
COLUMNS = bytes(range(ROW))


def print_of(row: bytes, signer: Member = A, space: bytes = SPACE) -> bytes:
    (found,) = prints(signer=signer, space=space, rows=[row])
    return found


def test_a_print_is_of_the_signer_and_of_every_column() -> None:
    others = [
        print_of(COLUMNS, signer=B),
        print_of(COLUMNS, space=bytes(15) + b"1"),
        *(
            print_of(COLUMNS[:at] + bytes([COLUMNS[at] ^ 1]) + COLUMNS[at + 1 :])
            for at in range(ROW)
        ),
    ]
    made = {print_of(COLUMNS), *others}
    assert len(made) == 1 + len(others)
    # Not by its beginning alone, which the column 'about' gives.
    assert len({one[MARK:] for one in made}) == len(made)


def test_a_print_is_what_the_format_says() -> None:
    size = PRINT - MARK
    made = digest("seen", SPACE, COLUMNS, key=A.ed, size=size)
    assert print_of(COLUMNS) == COLUMNS[16:20] + made
    assert PRINT == 16


def test_many_are_each_as_it_would_be_alone() -> None:
    rows = [COLUMNS, COLUMNS[::-1], COLUMNS]
    assert prints(signer=A, space=SPACE, rows=rows) == [print_of(one) for one in rows]


def test_all_rows_together_are_of_the_signer_and_in_no_order() -> None:
    rows = [COLUMNS, COLUMNS[::-1]]
    made = whole(signer=A, space=SPACE, rows=rows)

    assert len(made) == PRINT
    assert made == whole(signer=A, space=SPACE, rows=rows[::-1])
    others = (
        whole(signer=B, space=SPACE, rows=rows),
        whole(signer=A, space=bytes(15) + b"1", rows=rows),
        whole(signer=A, space=SPACE, rows=rows[:1]),
    )
    assert made not in others
