"""Every field that takes words, and how to send it one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.http import HttpResponse
from tests.web.cast import Person
from tests.web.conftest import Hands
from tests.web.hostile import Field, Send, line, send, whole
from tests.web.hostile_agree import agreeing
from tests.web.hostile_decide import deciding
from tests.web.hostile_keep import keeping
from tests.web.notes.acts import (
    AT,
    go,
    leaf_of,
    unlock,
)
from tests.web.see.acts import (
    looked,
)

from coequal.people import throttle


def amiss(
    alice: Person, bob: Person, hands: Hands, texts: Iterable[str]
) -> dict[tuple[str, str], list[str]]:
    """Send every text to every field; return what went wrong, by field and text.

    Both sign in anew for each field, and a try at a name comes back before each text.
    """
    found = {}
    for name, field in fields(alice, bob).items():
        for person in (alice, bob):
            person.sign_in()
        unlock(alice)
        for text in texts:
            hands.forward(throttle.SECONDS_A_TRY)
            found[name, text[:40]] = list(field.faults(text))
    return {what: wrong for what, wrong in found.items() if wrong}


def fields(alice: Person, bob: Person) -> dict[str, Field]:
    """Every field of words that there is, with two people who use them."""
    place = looked(alice, bob)
    unlock(alice)
    return {
        **_for_oneself(alice),
        **_for_two(alice, bob, place),
        **deciding(alice, bob, place),
        **agreeing(alice, bob, place),
        **keeping(alice, bob, place),
        **_of_names(alice),
        **_of_accounts(alice),
    }


def _for_oneself(alice: Person) -> dict[str, Field]:
    def save(to: str) -> Send:
        def saving(text: str) -> HttpResponse:
            leaf = leaf_of(go(alice, to))
            return send(alice, AT, do="save", leaf=leaf, text=text)

        return saving

    def newest() -> list[HttpResponse]:
        notes = go(alice, "notes").context["notes"]
        return [go(alice, f"note/{notes[0].id}")]

    def topic() -> list[HttpResponse]:
        return [go(alice, "topic/worries")]

    return {
        "note": Field(send=save("write"), seen=newest, kept=whole),
        "topic": Field(send=save("topic/worries"), seen=topic, kept=whole),
    }


def _for_two(alice: Person, bob: Person, place: str) -> dict[str, Field]:
    def pages(path: str) -> Callable[[], list[HttpResponse]]:
        return lambda: [one.get(f"{place}{path}") for one in (alice, bob)]

    def sending(path: str) -> Send:
        return lambda text: send(alice, f"{place}{path}", do="say", text=text)

    last = pages("cards/4/")
    return {
        "evening": Field(send=sending("evening/"), seen=pages("evening/"), kept=line),
        "step": Field(send=sending("cards/step/"), seen=last, kept=line),
        "step, looked back on": Field(
            send=sending("cards/step/"), seen=pages("steps/"), kept=line
        ),
        "thanks": Field(send=sending("cards/thanks/"), seen=last, kept=line),
    }


def _of_names(alice: Person) -> dict[str, Field]:
    def invite(name: str) -> Send:
        given = {"label": "Dana", "own_label": "Alice", "pair": "friends"}
        return lambda text: send(alice, "/us/invite/", **{**given, name: text})

    def plays(name: str) -> Send:
        given = {"first": "Dana", "second": "Eve", "pair": "friends"}

        def sending(text: str) -> HttpResponse:
            """Begin anew each time: two hundred pairs play at a time."""
            two = Person("Two")
            page = send(two, "/guess/", **{**given, name: text})
            two.client.post("/guess/stop/")
            return page

        return sending

    return {
        "what I call you": Field(send=invite("label"), kept=line),
        "what I am called": Field(send=invite("own_label"), secret=True),
        "who is first": Field(send=plays("first"), kept=line),
        "who is second": Field(send=plays("second"), kept=line),
    }


def _of_accounts(alice: Person) -> dict[str, Field]:
    def keep(text: str) -> HttpResponse:
        person = Person("New")
        person.begin()
        phrase = "four plain words"
        return send(person, "/keep/", name=text, phrase=phrase, again=phrase)

    def recover(text: str) -> HttpResponse:
        given = {"name": "Nobody", "phrase": "four plain words"}
        return send(
            Person("New"), "/come-back/", again=given["phrase"], code=text, **given
        )

    def join(text: str) -> HttpResponse:
        return send(alice, "/join/", code=text)

    def sign_in(text: str) -> HttpResponse:
        return send(Person("New"), "/sign-in/", name=text, phrase="some other words")

    def confirm(text: str) -> HttpResponse:
        return send(alice, "/account/copy/", phrase=text)

    return {
        "sign-in name": Field(send=keep, secret=True),
        "name to sign in with": Field(send=sign_in),
        "recovery code": Field(send=recover),
        "code": Field(send=join),
        "passphrase": Field(send=confirm, secret=True),
    }
