"""What Alice can do by herself, drawn: none of it may change a byte that Bob gets.

One function an act, registered with the phases in which it leaves everything that
Bob may know as it is. A new private act of a room is a new function here:

    @alone(*Phase)
    def does_something(her: One) -> None:
        her.do("/somewhere/", field=her.draw.choice(("one", "another")))

It draws what it needs from `her.draw` and passes where it has nothing to do. She is
signed in when it begins, and may be signed out when it ends. What she does in Notes
and with her account stands in `alone_in_notes.py` and `alone_at_account.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

from django.http import HttpResponse
from tests.web.agree.acts import buttons, lines
from tests.web.cast import Person, addresses, code_on
from tests.web.decide.acts import (
    questions,
)
from tests.worlds.worlds import (
    SeededBrowser,
)

from coequal.content.signs import sign_words
from coequal.core.month.check_in import Facet
from coequal.core.people import PairType
from coequal.core.see.answers import NA, SKIP, Value, answers_to, may_open, usual_pick
from coequal.core.see.instrument import GUESS, Instrument, Item, Reach
from coequal.core.see.joint_entries import CARDS, Bookmark
from coequal.people import pairs, sessions
from coequal.people.pairs import PairMember
from coequal.people.sessions import Session
from coequal.web.see import bookmark, joint_picture
from coequal.web.see.forms import whoms
from coequal.web.sessions import HALF

SIGNS: Final = [sign.id for sign in sign_words().signs]
ASIDES: Final[tuple[Value, ...]] = (NA, SKIP)
LINES: Final = [*map(str, Facet)]
RULED_OUT: Final = 0.3  # how often somebody cannot live with an option


class Phase(StrEnum):
    """How far the two are, as far as it matters to what she may do unseen."""

    CLOSED = "Bob is not in, so she may be and take it back"
    HIS_TURN = "Bob is in, so she is not"
    OPEN = "it is open"


@dataclass(slots=True, kw_only=True)
class One:
    """One of the two in one life: who it is, and what they have done so far."""

    person: Person
    place: str
    form: Instrument
    draw: Random
    given: dict[str, Value]
    ready: bool = False
    browsers: int = 1

    @property
    def browser(self) -> SeededBrowser:
        """The browser that draws what is this person's alone."""
        assert isinstance(self.person.client, SeededBrowser)
        return self.person.client

    def do(self, path: str, **fields: object) -> HttpResponse:
        """Send a form that must be taken, without going on."""
        response: HttpResponse = self.browser.post(path, fields)
        assert response.status_code == 303, (path, response.status_code)
        return response

    def shown(self, path: str, **fields: object) -> HttpResponse:
        """Send a form that is answered by a page."""
        response: HttpResponse = self.browser.post(path, fields)
        assert response.status_code == 200, (path, response.status_code)
        return response

    def give(self, answers: Mapping[str, Value]) -> None:
        """Answer on the sheet of the two, where the answer is new."""
        new = {
            item: value
            for item, value in answers.items()
            if self.given.get(item) != value
        }
        self.person.answer(new, self.form)
        self.given |= new

    @property
    def answered(self) -> tuple[str, ...]:
        """The parts that could be opened."""
        return may_open(self.form, answers_to(self.form, self.given))

    def put_in(self, parts: Iterable[str]) -> HttpResponse:
        """Be ready to look, with these parts."""
        self.ready = True
        self.do(f"{self.place}not-ready/")
        self.do(f"{self.place}choose/", part=list(parts))
        return self.do(f"{self.place}together/")

    def come_in(self) -> None:
        """Sign in, where one is not."""
        if HALF not in self.browser.cookies:
            self.do("/sign-in/", name=self.person.name, phrase=self.person.phrase)

    def turn(self, cards: int) -> None:
        """Look, and turn the first cards."""
        self.do(f"{self.place}look/")
        for number in range(1, cards + 1):
            self.do(f"{self.place}cards/{number}/", do="next")

    def turn_all(self) -> None:
        """Have looked, and turned every card: quicker than by hand."""
        with self.browser.drawing():
            _, member = self.there()
            latest = joint_picture.where(member).round
            joint_picture.remember(member, latest)
            bookmark.keep(member, latest, Bookmark(card=CARDS, turned=CARDS))

    def there(self) -> tuple[Session, PairMember]:
        """Find the person and the pair, as a page would."""
        session = sessions.find(bytes.fromhex(self.browser.cookies[HALF].value))
        assert session is not None
        member = pairs.member(session, bytes.fromhex(self.place.split("/")[2]))
        assert member is not None
        return session, member

    def elsewhere(self) -> Person:
        """The same person at another device."""
        self.browsers += 1
        name = self.person.name
        browser = SeededBrowser(f"{name}, browser {self.browsers}")
        return Person(name, browser)


Act = Callable[[One], None]
ALONE: Final[dict[Act, tuple[Phase, ...]]] = {}


def alone(*phases: Phase) -> Callable[[Act], Act]:
    """Register what may be done in these phases and shows to nobody."""

    def register(act: Act) -> Act:
        ALONE[act] = phases
        return act

    return register


def acts(phase: Phase) -> list[Act]:
    """Return what may be done now."""
    return [act for act, phases in ALONE.items() if phase in phases]


def value_of(draw: Random, item: Item) -> int:
    """Draw one of the answers a question has."""
    return draw.randint(item.min, item.max)


def some(draw: Random, items: Iterable[Item], most: int) -> list[Item]:
    """Draw one or more of some questions."""
    known = list(items)
    return draw.sample(known, draw.randint(1, min(most, len(known))))


def may_ask(form: Instrument) -> list[Item]:
    """The questions with a page of their own whose answers may be opened."""
    return [item for item in form.items if item.audience is Reach.OPEN]


# Answers.


@alone(*Phase)
def answers_more(her: One) -> None:
    items = some(her.draw, may_ask(her.form), 3)
    her.give({item.id: value_of(her.draw, item) for item in items})


@alone(*Phase)
def steps_aside(her: One) -> None:
    items = some(her.draw, may_ask(her.form), 2)
    her.give({item.id: her.draw.choice(ASIDES) for item in items})


@alone(*Phase)
def answers_what_never_opens(her: One) -> None:
    own = [her.form.item(item) for item in ("process.give_in", "process.say_no")]
    items = some(her.draw, own, 2)
    her.give({item.id: value_of(her.draw, item) for item in items})


@alone(*Phase)
def guesses_what_they_see_alike(her: One) -> None:
    """Until it opens she may guess anything: `settle` says what is guessed then."""
    her.give({GUESS: value_of(her.draw, her.form.item(GUESS))})


@alone(*Phase)
def goes_on_in_a_further_chapter(her: One) -> None:
    chapter = her.draw.choice(her.form.chapters[1:])
    items = [her.form.item(item) for page in chapter.pages for item in page.items]
    her.give({item.id: value_of(her.draw, item) for item in some(her.draw, items, 2)})


@alone(*Phase)
def begins_another_sheet(her: One) -> None:
    sheet = her.browser.sheet
    her.do("/whom/", pair=her.draw.choice([one for one, _name in whoms()]))
    if her.draw.random() < 0.5:
        her.do("/answers/short/1/", a=her.draw.choice(("0", "1", SKIP)))
    her.browser.sheet = sheet


# What she notices. Bob puts up nothing here, so nothing of it opens.


@alone(*Phase)
def marks_what_she_notices(her: One) -> None:
    for sign in her.draw.sample(SIGNS, her.draw.randint(1, 3)):
        said = her.draw.choice(("0", "1", "2", "clear"))
        her.do(f"/notice/{her.browser.sheet}/", **{sign: said})


@alone(*Phase)
def puts_up_a_sign(her: One) -> None:
    sign = her.draw.choice(SIGNS)
    her.do(f"/notice/{her.browser.sheet}/", **{sign: "2"})
    her.do(f"{her.place}notice/", do="put", sign=sign)
    if her.draw.random() < 0.3:
        her.do(f"{her.place}notice/", do="withdraw", sign=sign)


# What was already decided, and deciding by herself. Bob says nothing of a line here,
# so none of them opens.


@alone(*Phase)
def says_how_a_line_was(her: One) -> None:
    page = her.browser.get(f"{her.place}decide/diary/").content.decode()
    lines = sorted(set(re.findall(r'href="(/us/\w+/decide/diary/\w+/)"', page)))
    if lines:
        line, said = her.draw.choice(lines), ("yes", "partly", "no", "")
        who = her.draw.choice(("me", "other", "both", "happened"))
        her.do(line, who=who, asked=her.draw.choice(said), fine=her.draw.choice(said))
        if her.draw.random() < 0.3:
            her.do(line, do="withdraw")


@alone(*Phase)
def writes_in_her_own_diary(her: One) -> None:
    who = her.draw.choice(("me", "other", "both", "happened"))
    text = her.draw.choice(("We move.", "The red car."))
    her.do("/decide/", text=text, who=who)


@alone(*Phase)
def weighs_options_for_herself(her: One) -> None:
    given = {f"score-{one}": her.draw.randint(0, 4) for one in (1, 2)}
    options = {"option-1": "Stay", "option-2": "Go"}
    her.do("/decide/weigh/", text="Stay or go?", **options, **given)


# Three lines, and thanks. Bob writes none, so hers never open.


@alone(*Phase)
def writes_her_lines(her: One) -> None:
    """Write them where it is their day, and maybe take them back."""
    good = her.draw.choice(("You rang.", "The soup.", ""))
    much = her.draw.choice(("For me, ", "For me, the list.")) if good else ""
    wish = her.draw.choice(("More soup.", "An evening with nothing in it."))
    fields = {"good": good, "much": much, "wish": wish}
    sent = her.browser.post(f"{her.place}lines/", fields)
    assert sent.status_code in {303, 422}
    if her.draw.random() < 0.3:
        back = her.browser.post(f"{her.place}lines/", {"do": "back"})
        assert back.status_code in {303, 422}


@alone(*Phase)
def writes_lines_for_herself(her: One) -> None:
    good = her.draw.choice(("The soup.", "A quiet evening."))
    her.do("/lines/", good=good, much="The noise.", wish="")
    her.do("/lines/letter/", text=f"Dear Dana,\r\n{good}")


@alone(*Phase)
def keeps_thanks_for_later(her: One) -> None:
    text = her.draw.choice(("The tea.", "You came by train."))
    her.do(f"{her.place}thanks/", do="keep", text=text)
    if her.draw.random() < 0.3:
        her.do(f"{her.place}thanks/", do="drop", ref="00")


# Five taps a month. Bob sends his two weeks later (`weeks_later.py`): these never open.


@alone(*Phase)
def taps_her_month(her: One) -> None:
    """Send some of it, keep it for herself, and maybe take it back."""
    steps = {
        one: str(her.draw.randint(0, 6)) for one in LINES if her.draw.random() < 0.8
    }
    share = her.draw.sample(LINES, her.draw.randint(1, 4))
    do = {"do": "keep"} if her.draw.random() < 0.3 else {}
    sent = her.browser.post(f"{her.place}month/", {**steps, "share": share, **do})
    assert sent.status_code in {303, 422}
    if her.draw.random() < 0.3:
        her.do(f"{her.place}month/", do="back")


@alone(*Phase)
def taps_six_for_herself(her: One) -> None:
    """Tap what is never shared, and maybe delete a month."""
    her.do("/month/", free=str(her.draw.randint(0, 6)), say="3")
    page = her.browser.get("/month/trend/").content.decode()
    found = re.findall(r'name="month" value="([0-9-]+)"', page)
    if found and her.draw.random() < 0.3:
        her.do("/month/trend/", month=found[0])


# Being ready, and looking.


def drawn_choice(draw: Random, answered: Sequence[str]) -> list[str]:
    """Draw parts that can be shared: one that is not tender is left out."""
    left_out = draw.choice(usual_pick(answered) or answered)
    others = [part for part in answered if part != left_out]
    return draw.sample(others, draw.randint(1, len(others)))


@alone(Phase.CLOSED)
def is_ready_with_other_parts(her: One) -> None:
    if len(her.answered) > 1:
        her.put_in(drawn_choice(her.draw, her.answered))


@alone(Phase.CLOSED, Phase.HIS_TURN)
def chooses_what_to_share(her: One) -> None:
    """Choose, and put nothing in; while she is ready it leads on."""
    if len(her.answered) > 1:
        her.do(f"{her.place}choose/", part=drawn_choice(her.draw, her.answered))


@alone(Phase.CLOSED)
def takes_it_back(her: One) -> None:
    her.do(f"{her.place}not-ready/")
    her.ready = False


@alone(Phase.OPEN)
def turns_cards(her: One) -> None:
    her.turn(her.draw.randint(0, 4))


@alone(Phase.OPEN)
def stops_at_a_card(her: One) -> None:
    her.turn(0)
    her.do(f"{her.place}cards/1/", do="stop")


@alone(*Phase)
def looks_around(her: One) -> None:
    for path in her.draw.sample(sorted(addresses(her.place).values()), 4):
        her.browser.get(path)


# Weighing. Bob weighs nothing here, so nothing of it opens.


@alone(*Phase)
def weighs_a_question(her: One) -> None:
    for where in questions(her.person, her.place)[:1]:
        page = her.browser.get(f"{where}weigh/").content.decode()
        listed = re.findall(r'name="(list)" value="(\w+)"', page)
        names = sorted({*re.findall(r'name="(score-\w+)"', page)})
        said = {name: her.draw.choice("01234") for name in names}
        if her.draw.random() < RULED_OUT:
            off = her.draw.choice(names)
            said |= {off.replace("score", "cannot"): "on"}
        stake = her.draw.choice("0123")
        her.do(f"{where}weigh/", **dict(listed), **said, stake=stake, reason="")


@alone(*Phase)
def takes_her_ballot_out(her: One) -> None:
    for where in questions(her.person, her.place)[:1]:
        her.do(f"{where}weigh/", do="withdraw")


# Going on with what has run its course. Bob says nothing of it here, so nothing opens.


@alone(*Phase)
def would_go_on_with_a_line(her: One) -> None:
    for where in lines(her.person, her.place):
        for do, ref in buttons(her.person, where).items():
            if do in {"keep", "let go"}:
                her.do(where, do=do, ref=ref, turn="1")


@alone(*Phase)
def draws_a_line_of_her_own(her: One) -> None:
    mine = her.draw.choice(("my phone", "my Sunday"))
    her.do("/boundaries/", mine=mine, then="go out", ask="Ask first.")
    if her.draw.random() < 0.3:
        ref = next(iter(buttons(her.person, "/boundaries/").values()))
        her.do("/boundaries/", do="drop", ref=ref)


# Other people, and the account.


@alone(*Phase)
def invites_another(her: One) -> None:
    pair = her.draw.choice(list(PairType)).value
    made = her.do("/us/invite/", label="Dana", own_label="Me", pair=pair)
    if her.draw.random() < 0.3:
        her.do(f"{made['Location']}uninvite/")


@alone(*Phase)
def folds_something_away(her: One) -> None:
    page = her.browser.get("/us/").content.decode()
    found = re.search(r'name="pair" value="(\w*)"[^>]*>\s*<[^>]*value="(\w{64})"', page)
    if found:
        her.do("/us/", do="fold", pair=found[1], thing=found[2])
        if her.draw.random() < 0.3:
            her.do("/us/", do="unfold", pair=found[1])


@alone(*Phase)
def lets_the_two_lead_at_home(her: One) -> None:
    her.do("/us/more/", pair=her.place.strip("/").rpartition("/")[2])


@alone(*Phase)
def makes_a_recovery_code(her: One) -> None:
    page = her.browser.post("/account/code/", {"phrase": her.person.phrase})
    assert page.status_code in {200, 422}
    if page.context["code"] and her.draw.random() < 0.5:
        her.do("/account/code/", written_down=code_on(page))


@alone(*Phase)
def comes_back_by_code(her: One) -> None:
    code = code_on(her.shown("/account/code/", phrase=her.person.phrase, replace="1"))
    phrase = her.person.phrase
    her.do("/sign-out/")
    words = {"name": her.person.name, "phrase": phrase, "again": phrase}
    her.do("/come-back/", code=code, **words)


@alone(*Phase)
def lets_it_rest(her: One) -> None:
    her.do(f"{her.place}leave/", do="rest")
    if her.draw.random() < 0.5:
        her.do(f"{her.place}leave/", do="wake")


@alone(*Phase)
def plans_to_close_it(her: One) -> None:
    her.do(f"{her.place}leave/", way="week", phrase=her.person.phrase)
    her.do(f"{her.place}leave/", do="stay")


@alone(*Phase)
def signs_out(her: One) -> None:
    her.do("/sign-out/")


@alone(*Phase)
def mistypes_her_phrase(her: One) -> None:
    her.do("/sign-out/")
    words = {"name": her.person.name, "phrase": "not quite my phrase"}
    assert her.browser.post("/sign-in/", words).status_code == 422


@alone(*Phase)
def leaves_quickly(her: One) -> None:
    her.do("/leave/")


@alone(*Phase)
def signs_in_at_another_device(her: One) -> None:
    assert her.elsewhere().sign_in().status_code == 200


def settle(her: One, theirs: Mapping[str, Value], his: Iterable[str]) -> list[str]:
    """Let her answer what is to open, and return all the parts she puts in.

    `theirs` are her numbers in the parts that both pick: there nothing else may be a
    number, nor is one of them guessed. `his` are the parts that Bob picks, so what she
    puts in beside, and what she keeps, is hers to draw.
    """
    both = {part.id for part in her.form.parts if {*theirs} & {*part.open_ids}}
    her.give(theirs)
    if GUESS not in theirs:
        her.give({GUESS: her.draw.choice(_closed_guesses(her, both))})
    for item in (one for part in sorted(both) for one in her.form.part(part).open_ids):
        if item not in theirs and isinstance(her.given.get(item), int):
            her.give({item: her.draw.choice(ASIDES)})
    others = sorted({part.id for part in her.form.parts} - {*both, *his})
    beside = {part for part in others if her.draw.random() < 0.5} & {*her.answered}
    if not both | beside:
        beside.add(_answers_a_part(her, her.draw.choice(others)))
    if {*(usual_pick(her.answered) or her.answered)} <= both | beside:
        kept = {part.id for part in her.form.parts} - both - beside
        _answers_a_part(her, her.draw.choice(usual_pick(sorted(kept))))
    return sorted(both | beside)


def _closed_guesses(her: One, both: Collection[str]) -> list[Value]:
    """Return the answers to the guess that name nothing that opens."""
    known = range(her.form.item(GUESS).max + 1)
    return [*ASIDES, *(one for one in known if her.form.guessed(one) not in both)]


def _answers_a_part(her: One, part: str) -> str:
    items = her.form.open_items(her.form.part(part))
    her.give({item.id: value_of(her.draw, item) for item in some(her.draw, items, 2)})
    return part
