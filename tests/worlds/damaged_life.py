"""A life with every kind of row in it: Alice and Bob, and Alice with Carol.

Everybody is signed in at its end, so that each of them may look, leave and delete.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.web.agree import acts as agree
from tests.web.cast import (
    Person,
    code_on,
    invited,
    join,
    met,
    pair,
)
from tests.web.decide.acts import FIELDS, refs, settled_on, weigh, weighed
from tests.web.decide.acts import raised as raised_by
from tests.web.decide.test_diary import tell, written
from tests.web.month.acts import tapped
from tests.web.notes import acts as notes
from tests.web.see.acts import all_of_it
from tests.web.see.steps_acts import TWO_WEEKS
from tests.web.see.steps_acts import refs as refs_of

from coequal.journal import clock

AGO: Final = 90 * clock.DAY
WHO: Final = ("Alice", "Bob", "Carol", "Dana", "Erin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The five, and the places of those that are two."""

    alice: Person
    bob: Person
    carol: Person
    ours: str
    theirs: str

    def people(self) -> Iterator[Person]:
        yield from (self.alice, self.bob, self.carol)


def lived() -> Life:
    """Live it: by pages alone, each act once."""
    alice, bob, carol, dana, erin = map(Person, WHO)
    with clock.earlier(AGO):
        ours = pair(alice, bob)
        for one in (carol, dana, erin):
            one.begin()
            one.keep()
        theirs = befriended(alice, carol)
        pictured(alice, bob, ours)
    with clock.earlier(AGO - TWO_WEEKS):
        looked_back(alice, bob, ours)
    for one in (alice, bob, carol, dana, erin):
        one.sign_in()
    alice.answer_again({"home.mine": 4, "money.mine": 0})
    alice.be_ready(ours, "home", "money")
    decided(alice, bob, ours)
    decided_a_little(alice, carol, theirs)
    for zone in ("Asia/Tokyo", "Europe/Berlin"):
        bob.post(f"{ours}days/", zone=zone)
    bob.post(f"{ours}lines/remember/", do="day", day="4")
    alice.post("/account/days/", zone="Europe/Berlin")
    noticed(alice, bob, ours)
    agreed(alice, bob, ours)
    bounded(alice, bob, ours)
    kept_at_it(alice, carol, theirs)
    alone(alice)
    for other in (dana, erin):
        code = invited(alice, other.name)
        if other is dana:
            join(other, code)
    asked(alice, erin)
    carol.post(f"{theirs}leave/", do="rest")
    alice.post("/us/more/", pair=ours.strip("/").rpartition("/")[2])
    alice.post(f"{ours}leave/", way="week", phrase=alice.phrase)
    return Life(alice=alice, bob=bob, carol=carol, ours=ours, theirs=theirs)


def asked(alice: Person, erin: Person) -> None:
    """Let Alice have read a code of Erin's, and begun to answer; she does not join."""
    sheet = alice.client.sheet
    alice.post("/join/", code=invited(erin, "Alice", "friends"))
    for do in ("other", ""):
        alice.post("/join/asked/", do=do)
    alice.client.sheet = sheet


def befriended(alice: Person, carol: Person) -> str:
    """Let Carol invite Alice, so that Alice has both seats."""
    code = code_on(
        carol.post("/us/invite/", label="Alice", own_label="Carol", pair="friends")
    )
    place = carol.where
    join(alice, code, "Carol")
    met(carol, place)
    return place


def pictured(alice: Person, bob: Person, place: str) -> None:
    """Open a picture, say a step and thanks, and suggest an evening."""
    for one in (alice, bob):
        one.answer_all()
        one.be_ready(place, "home", "money")
    for one in (alice, bob):
        all_of_it(one, place)
        text = f"{one.name} asks before Sunday"
        one.post(f"{place}cards/step/", do="say", text=text)
        one.post(f"{place}cards/thanks/", do="say", text="Thanks for the tea")
    alice.post(f"{place}cards/thanks/", do="back")
    bob.post(f"{place}evening/", do="say", text="Friday")


def looked_back(alice: Person, bob: Person, place: str) -> None:
    """Look back on the steps: one stays, and of the other only one would have it."""
    for one in (alice, bob):
        one.sign_in()
    known = sorted(refs_of(alice, place).values())
    for one, stays in ((alice, known), (bob, known[:1])):
        one.post(f"{place}steps/", happened="yes", stays=stays)
    for one in (alice, bob):
        one.look(f"{place}steps/")


def decided(alice: Person, bob: Person, place: str) -> None:
    """Leave something at every stage that a question, a lead or a line can have."""
    where = settled_on(alice, bob, place)
    for one in (alice, bob):
        one.post(f"{where}review/", text="It went well.")
    for one in (alice, bob):
        one.look(f"{where}review/")
    bob.post(where, do="undo")
    undone = settled_on(alice, bob, place, text="Which car do we buy?")
    alice.post(undone, do="undo")
    bob.post(undone, do="undo too")
    weighed(alice, bob, place)
    waits = raised_by(bob, place, text="Who cooks on Monday?")
    alice.post(waits, do="add", text="Pizza")
    weigh(alice, waits, "4", "1", "3", "2", stake="2")
    back = raised_by(alice, place, text="A dog?")
    alice.post(back, do="retract")
    lead = f"{place}decide/lead/"
    for area in ("free_time", "home"):
        alice.post(lead, do="suggest", area=area, seat="B")
        bob.post(lead, do="yes", ref=refs(bob, lead)[-1])
    alice.post(lead, do="end", ref=refs(alice, lead)[0])
    bob.post(lead, do="suggest", area="care", seat="A")
    for text, told in (("We sold the car.", True), ("A new sofa.", False)):
        line = written(alice, place, text)
        tell(alice, line, "me")
        if told:
            tell(bob, line, "both")
            for one in (alice, bob):
                one.look(line)


def decided_a_little(alice: Person, carol: Person, place: str) -> None:
    raised_by(carol, place, **{**FIELDS, "text": "Whose turn is it?"})
    line = written(alice, place, "We met on Tuesday.", area="")
    for one in (alice, carol):
        tell(one, line, "both")
    for one in (alice, carol):
        one.look(line)


def agreed(alice: Person, bob: Person, place: str) -> None:
    """Leave something at every stage that a line can have."""
    agree.suggested(alice, place, then="sing")
    where = agree.agreed(alice, bob, place, then="hum")
    agree.press(bob, where, "end")
    other = agree.agreed(bob, alice, place, then="whistle", binds="me")
    bob.post(f"{other}new/", **{**agree.FIELDS, "then": "whistle softly"})
    agree.press(alice, bob.where, "yes")
    goes_on = agree.ended(alice, bob, place, then="yodel")
    for one in (alice, bob):
        agree.press(one, goes_on, "keep")
    agree.press(alice, agree.ended(bob, alice, place), "keep")


def bounded(alice: Person, bob: Person, place: str) -> None:
    """Let both show a boundary, and one take hers down; one stays unshown."""
    for one in (alice, bob):
        one.post(agree.to_show(one, place), area="phone")
    (ref,) = set(agree.buttons(alice, f"{place}boundaries/").values())
    alice.post(f"{place}boundaries/", do="down", ref=ref)


def kept_at_it(alice: Person, carol: Person, place: str) -> None:
    """Write three lines after they met, and look; give thanks, and take one back."""
    carol.post(f"{place}lines/", do="begin")
    for one, much in ((alice, "For me, the rain."), (carol, "")):
        one.post(f"{place}lines/", good="You came.", much=much, wish="The sea.")
    for one in (alice, carol):
        one.look(f"{place}lines/")
    thanks = f"{place}thanks/"
    for text in ("The tea.", "The walk."):
        carol.post(thanks, do="say", text=text)
    carol.post(thanks, do="back", ref=refs(carol, thanks)[0])
    alice.post(thanks, do="keep", text="The train.")
    alice.post("/lines/", good="The soup.", much="", wish="")
    alice.post("/lines/letter/", text="The soup. Thank you.")
    tapped(alice, carol, place)
    alice.post("/month/", free="4", good="5")


def noticed(alice: Person, bob: Person, place: str) -> None:
    for one, signs in ((alice, ("heard", "backed")), (bob, ("heard",))):
        one.notice(**dict.fromkeys(signs, "2"))
        one.put_up(place, *signs)
    for one in (alice, bob):
        one.look(f"{place}notice/")


def alone(alice: Person) -> None:
    """Do what she does for herself: Notes, her own diary, a recovery code."""
    notes.in_notes(alice)
    alice.post("/us/", do="fold", pair="", thing="0" * 64)
    alice.post("/decide/", text="We move.", who="me")
    options = {"option-1": "Stay", "option-2": "Go"}
    scores = {"score-1": "4", "score-2": "1"}
    alice.post("/decide/weigh/", text="Stay or go?", **options, **scores)
    alice.post("/account/code/", make="1", phrase=alice.phrase)
