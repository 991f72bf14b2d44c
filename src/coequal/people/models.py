"""The tables of people: wraps, sessions, invitations, and how sign-in slows down.

No name, no address and no time of anybody's session is stored in the clear. Only
`coequal.people` touches them.
"""

from __future__ import annotations

from django.db import models

from coequal.journal.fields import Bytes, MaybeBytes


class Account(models.Model):
    """One person's secret, wrapped by a passphrase and by a recovery code.

    `name` is keyed by the host and need not be unique: what opens is name and
    passphrase together, so a taken name is nothing anybody can find out.
    """

    id = Bytes(primary_key=True, max_length=16)
    name = Bytes(max_length=32)
    phrase = Bytes()
    recovery = Bytes(default=b"")
    one = Bytes(max_length=32, unique=True)

    class Meta:
        """Sign-in looks up by name."""

        indexes = (models.Index(fields=["name"], name="by_name"),)


class SessionRow(models.Model):
    """Half of a signed-in person; the other half is in the cookie.

    `owner` is empty and `space` is set for a person who has not kept anything: it
    names, sealed by the host, what goes at the end. `device` is set for one of two who
    share a browser; `lasting` for a browser of which its owner said that nobody else
    uses it. `sealed` is bound to all of these. `view` is what this session alone has in
    view, sealed, and always of one size.
    """

    key = Bytes(primary_key=True, max_length=32)
    owner = Bytes(max_length=16)
    expiry = models.BigIntegerField()
    space = Bytes()
    sealed = Bytes()
    device = MaybeBytes(max_length=16, null=True)
    view = MaybeBytes(null=True)
    lasting = models.BooleanField(null=True)

    class Meta:
        """The class is named apart from the `Session` that the rest works with."""

        db_table = "people_session"
        indexes = (
            models.Index(fields=["owner"], name="session_by_owner"),
            models.Index(fields=["device"], name="session_by_device"),
            models.Index(fields=["expiry"], name="session_by_expiry"),
        )


class SharedDevice(models.Model):
    """Two people in one browser; with `expiry` all that is theirs goes.

    `space` names, sealed by the host, what they share. `is_demo` tells a story that is
    tried from a game that two play.
    """

    id = Bytes(primary_key=True, max_length=16)
    expiry = models.BigIntegerField()
    is_demo = models.BooleanField()
    space = Bytes(default=b"")

    class Meta:
        """They are counted, and tidied away, by their end."""

        indexes = (models.Index(fields=["expiry"], name="device_by_expiry"),)


class Invitation(models.Model):
    """An offer under a code, what its author says of themselves, and the one reply."""

    find = Bytes(primary_key=True, max_length=16)
    pair_id = Bytes(max_length=16)
    expiry = models.BigIntegerField()
    offer = Bytes()
    asks = Bytes(default=b"")
    reply = Bytes(default=b"")

    class Meta:
        """Who joins knows `find`, who invited knows the id of the pair to be."""

        indexes = (
            models.Index(fields=["pair_id"], name="invitation_by_pair"),
            models.Index(fields=["expiry"], name="invitation_by_expiry"),
        )


class Closing(models.Model):
    """That a place of two closes at the end of a week.

    `place` is the space as this host keys it, so a copy of the database does not
    tell which; whose wish it was is stored nowhere but in that person's own space.
    """

    # Random, not the place itself: both may wish it, and each can take back their own.
    id = Bytes(primary_key=True, max_length=16)
    place = Bytes(max_length=32)
    due = models.BigIntegerField()

    class Meta:
        """Whoever opens a place asks whether its time has come."""

        indexes = (models.Index(fields=["place"], name="by_place"),)


class Throttle(models.Model):
    """How many attempts are still free, by when all of them are again (`turns.py`).

    `key` is keyed by the host over a name, or over an account and one session of it.
    `line` holds the networks that asked at a name within the hour, each as a hash that
    is keyed too. An hour after the last try it all goes.
    """

    key = Bytes(primary_key=True, max_length=32)
    full = models.BigIntegerField(default=0)
    line = Bytes(default=b"")
    expiry = models.BigIntegerField()

    class Meta:
        """They are looked up by key, and tidied away by their end."""

        indexes = (models.Index(fields=["expiry"], name="throttle_by_expiry"),)


class KnownBrowser(models.Model):
    """A browser that opened an account of a name before: its own tries there.

    `key` is keyed by the host over the name and what the browser is known by, `marks`
    over that and each account. `expiry` is the end of a day, so that it tells nothing
    of when.
    """

    key = Bytes(primary_key=True, max_length=32)
    full = models.BigIntegerField(default=0)
    marks = Bytes()
    expiry = models.BigIntegerField()

    class Meta:
        """They are looked up by key, and tidied away by their end."""

        indexes = (models.Index(fields=["expiry"], name="known_by_expiry"),)


class UsedForm(models.Model):
    """A form that was sent and done, by a hash: sent once more it does nothing.

    `expiry` is the end of a day, so that it tells nothing of when.
    """

    key = Bytes(primary_key=True, max_length=32)
    expiry = models.BigIntegerField()

    class Meta:
        """They are looked up by key, and tidied away by their end."""

        indexes = (models.Index(fields=["expiry"], name="form_by_expiry"),)


class Draft(models.Model):
    """What somebody typed when their session was over, sealed to them, for a day.

    `key` is one of the eight of an account, keyed by the host, so that no column tells
    whose it is; `by` names the browser that sent it, by a hash. `expiry` is the end of
    an hour.
    """

    key = Bytes(primary_key=True, max_length=32)
    by = Bytes(max_length=32)
    expiry = models.BigIntegerField()
    sealed = Bytes()

    class Meta:
        """Whoever leaves looks for what the browser sent; the rest goes by its end."""

        indexes = (
            models.Index(fields=["by"], name="draft_by_browser"),
            models.Index(fields=["expiry"], name="draft_by_expiry"),
        )


class Tidied(models.Model):
    """The minute in which what is over was last removed, counted in a circle of 61.

    So it does not tell at what hour, or on which day, somebody last came.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    minute = models.PositiveSmallIntegerField()
