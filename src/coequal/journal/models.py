"""The tables of the journal: sealed rows, their shares, and marks of opening.

No counter, no time, no plain text. Only `coequal.journal` touches them.
"""

from __future__ import annotations

from django.db import models

from coequal.journal.fields import Bytes


class Installation(models.Model):
    """Which `host.key` this database belongs to, and in which form all is stored.

    `host` is 8 bytes of the key's fingerprint, `form` the number of format.md.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    host = Bytes(max_length=8)
    form = models.PositiveSmallIntegerField()


class Space(models.Model):
    """A place with one key: personal, or shared by exactly two."""

    id = Bytes(primary_key=True, max_length=16)
    closed = models.BooleanField(default=False)


class StoredRow(models.Model):
    """One sealed entry, exactly the columns of the sealed format."""

    pk = models.CompositePrimaryKey("space", "id")
    id = Bytes(max_length=16)
    space = Bytes(max_length=16)
    author = Bytes(max_length=16)
    kind = Bytes(max_length=16)
    about = Bytes(max_length=16)
    ref = Bytes(max_length=32)
    audience = models.CharField(max_length=1)
    sealed = Bytes()

    class Meta:
        """Pages read one kind of one space, one subject of it, or one entry.

        And each compares all that is open to both with what was seen.
        """

        db_table = "journal_row"
        indexes = (
            models.Index(fields=["space", "kind", "about", "ref"], name="by_kind"),
            models.Index(fields=["space", "ref"], name="by_ref"),
            # With the audience in it, or SQLite reads each row to be told what it is.
            models.Index(
                fields=["space", "kind", "about", "ref", "audience"],
                name="by_both",
                condition=models.Q(audience="B"),
            ),
        )


class Share(models.Model):
    """The part of a row's key that the host holds; 32 bytes once it is open.

    A table of its own, so that it can be backed up apart from the rows, and deleted:
    without its share a row can never be read again.
    """

    pk = models.CompositePrimaryKey("space", "id")
    id = Bytes(max_length=16)
    space = Bytes(max_length=16)
    share = Bytes()


class StoredMark(models.Model):
    """That two closed rows opened together, signed by the host."""

    pk = models.CompositePrimaryKey("space", "id1", "id2")
    space = Bytes(max_length=16)
    id1 = Bytes(max_length=16)
    ref1 = Bytes(max_length=32)
    id2 = Bytes(max_length=16)
    ref2 = Bytes(max_length=32)
    mark = Bytes(max_length=32)

    class Meta:
        """Named apart from the `Mark` of the sealed format; found by either row."""

        db_table = "journal_mark"
        indexes = (models.Index(fields=["space", "id2"], name="by_second"),)


class Kept(models.Model):
    """What an author keeps in a space of two for themselves alone, in sealed boxes."""

    pk = models.CompositePrimaryKey("space", "author", "place")
    space = Bytes(max_length=16)
    author = Bytes(max_length=16)
    place = Bytes(max_length=16)
    sealed = Bytes()
