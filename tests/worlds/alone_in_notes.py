"""What Alice can do by herself in Notes: acts as in `tests/worlds/alone.py`.

Each unlocks Notes first, as the last one may have been hours ago.
"""

from __future__ import annotations

from django.http import HttpResponse
from tests.web.notes import (
    acts,
)
from tests.worlds.alone import (
    One,
    Phase,
    alone,
)

from coequal.content import notes as content
from coequal.core.notes.entries import Free, HowOften, Lately, Since, Tilt

TEXTS = ("What a day.", "The rent is due.", "x" * 3000, "שלום <b>bold</b>", " ")
OFTEN, SINCE, LATELY, TILTS, FREE = (
    tuple(one.value for one in kind) for kind in (HowOften, Since, Lately, Tilt, Free)
)


def _open(her: One) -> None:
    assert acts.unlock(her.person).status_code == 200


def _write(her: One) -> HttpResponse:
    _open(her)
    return acts.write(her.person, her.draw.choice(TEXTS[:-1]))


def _of_first(page: HttpResponse) -> str:
    """Return the id of the note that a list shows first."""
    return str(page.context["notes"][0].id)


@alone(*Phase)
def writes_in_her_notes(her: One) -> None:
    _open(her)
    page = acts.write(her.person, her.draw.choice(TEXTS))
    assert page.status_code in {200, 422}


@alone(*Phase)
def changes_a_note(her: One) -> None:
    note = _of_first(_write(her))
    leaf = acts.leaf_of(acts.go(her.person, f"change/{note}"))
    text = her.draw.choice(TEXTS)
    her.person.post(acts.AT, do="save", leaf=leaf, text=text)


@alone(*Phase)
def deletes_a_note(her: One) -> None:
    note = _of_first(_write(her))
    leaf = acts.leaf_of(acts.go(her.person, f"drop/{note}"))
    her.do(acts.AT, do="drop", leaf=leaf)


@alone(*Phase)
def leaves_a_note_half_written(her: One) -> None:
    _open(her)
    acts.go(her.person, "write")
    if her.draw.random() < 0.5:
        acts.go(her.person, "doors")


@alone(*Phase)
def ticks_signs(her: One) -> None:
    group = her.draw.choice(content.signs().groups)
    _open(her)
    signs = her.draw.sample(group.signs, her.draw.randint(1, len(group.signs)))
    given = {
        sign.id: " ".join(her.draw.choice(kind) for kind in (OFTEN, SINCE, LATELY))
        for sign in signs
    }
    page = acts.tick(her.person, group.id, **given)
    assert page.status_code == 200
    if her.draw.random() < 0.3:
        acts.tick(her.person, group.id)


@alone(*Phase)
def reads_what_she_ticked(her: One) -> None:
    _open(her)
    acts.tick(her.person, "fear", eggshells="often months more")
    acts.go(her.person, "told")


@alone(*Phase)
def says_what_tilts(her: One) -> None:
    factors = [one.id for one in content.factors().factors]
    picked = her.draw.sample(factors, her.draw.randint(0, len(factors)))
    _open(her)
    page = acts.tilt(her.person, **{one: her.draw.choice(TILTS) for one in picked})
    assert page.status_code == 200


@alone(*Phase)
def says_how_free_she_is(her: One) -> None:
    group = her.draw.choice(content.own_life().groups)
    asked = [one.id for one in group.questions]
    picked = her.draw.sample(asked, her.draw.randint(0, len(asked)))
    _open(her)
    given = {one: her.draw.choice(FREE) for one in picked}
    assert acts.say_free(her.person, group.id, **given).status_code == 200


@alone(*Phase)
def answers_a_question_for_herself(her: One) -> None:
    topic = her.draw.choice(content.questions().topics)
    _open(her)
    acts.reply(her.person, topic.id, her.draw.choice(TEXTS))
    if her.draw.random() < 0.3:
        acts.reply(her.person, topic.id, "")


@alone(*Phase)
def writes_down_what_worries_her(her: One) -> None:
    _open(her)
    acts.reply(her.person, "worries", her.draw.choice(TEXTS))
    acts.reply(her.person, "helps", her.draw.choice(TEXTS))


@alone(*Phase)
def reads_about_stepping_back(her: One) -> None:
    _open(her)
    assert acts.go(her.person, "stepping").status_code == 200


@alone(*Phase)
def opens_notes_and_puts_them_away(her: One) -> None:
    _open(her)
    her.do(acts.AT, do="lock")


@alone(*Phase)
def mistypes_her_phrase_at_notes(her: One) -> None:
    her.do(acts.AT, do="lock")
    for _ in range(her.draw.randint(1, 4)):
        words = {"phrase": "not quite my phrase"}
        assert her.browser.post(acts.AT, words).status_code == 422


@alone(*Phase)
def locks_herself_out_of_notes_for_a_while(her: One) -> None:
    words = {"phrase": "not quite my phrase"}
    tries = [her.browser.post(acts.AT, words).status_code for _ in range(9)]
    assert tries[-1] == 429
    her.do("/sign-out/")
