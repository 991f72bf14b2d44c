"""Every button of the program, ready to be pressed, by the name of its page.

Each lets people live until the button is there, and returns who presses it, with what
address and fields. What is pressed for both alike stands under several names of one
page: "decide:question yes".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from tests.web.agree.acts import BOUNDARY, agreed, ended, suggested, to_show
from tests.web.agree.acts import FIELDS as AGREE
from tests.web.cast import (
    Person,
    asked_on,
    chosen,
    code_on,
    html_of,
    invited,
    join,
    kept_as,
    met,
    pair,
)
from tests.web.decide.acts import (
    FIELDS,
    filled,
    raised,
    ref_on,
    settled_on,
    weigh,
    weighed,
)
from tests.web.decide.test_diary import tell, written
from tests.web.guess import acts as guess
from tests.web.keep.acts import AGO, CAKE, begun, thanked
from tests.web.month.acts import EVEN, SOME, tap
from tests.web.notes.acts import AT, go, leaf_of, unlock, write
from tests.web.see import steps_acts as steps
from tests.web.see.acts import at_card, looked
from tests.web.see.test_board import noticed

from coequal.journal import clock, models

Press = tuple[Person, str, dict[str, Any]]
Ready = Callable[[Person, Person], Press]
READY: Final[dict[str, Ready]] = {}


def button(name: str) -> Callable[[Ready], Ready]:
    def known(ready: Ready) -> Ready:
        assert name not in READY
        READY[name] = ready
        return ready

    return known


def _fixed(name: str, path: str, **fields: Any) -> None:
    """A button of a place of two who have met, on the page behind it."""

    def ready(alice: Person, bob: Person) -> Press:
        return alice, f"{pair(alice, bob)}{path}", fields

    button(name)(ready)


def _kept(person: Person) -> Person:
    person.begin()
    person.keep()
    return person


# At home, and alone.


@button("home:begin_alone")
def begins(alice: Person, _: Person) -> Press:
    return alice, "/begin/", {}


@button("home:forget")
def forgets(alice: Person, _: Person) -> Press:
    alice.begin()
    return alice, "/forget/", {}


@button("home:leave")
def leaves_quickly(alice: Person, _: Person) -> Press:
    return _kept(alice), "/leave/", {}


@button("learn:index")
def searches(alice: Person, _: Person) -> Press:
    return alice, "/learn/", {"q": "money"}


@button("demo:try_it")
def tries(alice: Person, _: Person) -> Press:
    return alice, "/try/", {"pair": "partners"}


@button("see:whom")
def has_in_mind(alice: Person, _: Person) -> Press:
    alice.post("/begin/")
    return alice, "/whom/", {"pair": "friends"}


@button("see:question")
def answers(alice: Person, _: Person) -> Press:
    alice.begin()
    return alice, "/answers/1/", {"a": "2"}


@button("see:again")
def answers_again(alice: Person, _: Person) -> Press:
    alice.begin()
    alice.answer_all()
    return alice, "/answers/again/", {}


@button("see:notice")
def notices(alice: Person, _: Person) -> Press:
    alice.begin()
    return alice, "/notice/", {"heard": "2"}


@button("decide:solo")
def writes_alone(alice: Person, _: Person) -> Press:
    alice.begin()
    return alice, "/decide/", {"text": "We moved.", "who": "me"}


@button("decide:solo_weigh")
def weighs_alone(alice: Person, _: Person) -> Press:
    alice.begin()
    options = {"option-1": "Yes", "score-1": "1", "option-2": "No", "score-2": "4"}
    return alice, "/decide/weigh/", {"text": "Stay?", **options}


@button("notes:notes")
def saves_a_note(alice: Person, _: Person) -> Press:
    unlock(_kept(alice))
    leaf = leaf_of(go(alice, "write"))
    return alice, AT, {"do": "save", "leaf": leaf, "text": "Once."}


@button("notes:notes drop")
def deletes_a_note(alice: Person, _: Person) -> Press:
    unlock(_kept(alice))
    found = re.search(r"note/([0-9a-f]+)", html_of(write(alice, "Gone soon.")))
    assert found is not None
    leaf = leaf_of(go(alice, f"drop/{found[1]}"))
    return alice, AT, {"do": "drop", "leaf": leaf}


# Accounts.


@button("account:keep")
def keeps(alice: Person, _: Person) -> Press:
    alice.begin()
    fields = {"name": alice.name, "phrase": alice.phrase, "again": alice.phrase}
    return alice, "/keep/", fields


@button("account:sign_in")
def signs_in(alice: Person, _: Person) -> Press:
    _kept(alice).sign_out()
    return alice, "/sign-in/", {"name": alice.name, "phrase": alice.phrase}


@button("account:sign_out")
def signs_out(alice: Person, _: Person) -> Press:
    return _kept(alice), "/sign-out/", {}


@button("account:recovery")
def makes_a_code(alice: Person, _: Person) -> Press:
    return _kept(alice), "/account/code/", {"phrase": alice.phrase}


@button("account:recovery written down")
def has_written_the_code_down(alice: Person, _: Person) -> Press:
    page = _kept(alice).post("/account/code/", phrase=alice.phrase)
    return alice, "/account/code/", {"written_down": code_on(page)}


@button("account:unsent")
def throws_away_what_waited(alice: Person, _: Person) -> Press:
    slip = re.search(r'name="slip" value="([^"]+)"', html_of(_kept(alice).get("/us/")))
    assert slip is not None
    alice.sign_out()
    alice.client.post("/us/invite/", {"label": "Bob", "slip": slip[1]})
    waits = re.search(r'name="draft" value="([^"]+)"', html_of(alice.sign_in()))
    assert waits is not None
    return alice, "/account/unsent/", {"draft": waits[1]}


@button("account:recover")
def comes_back_by_code(alice: Person, _: Person) -> Press:
    page = _kept(alice).post("/account/code/", phrase=alice.phrase)
    code = code_on(page)
    alice.sign_out()
    new = dict.fromkeys(("phrase", "again"), "four other plain words")
    return alice, "/come-back/", {"name": alice.name, "code": code, **new}


@button("account:passphrase")
def changes_her_phrase(alice: Person, _: Person) -> Press:
    new = dict.fromkeys(("phrase", "again"), "four other plain words")
    return _kept(alice), "/account/passphrase/", {"present": alice.phrase, **new}


@button("account:sessions")
def ends_the_others(alice: Person, _: Person) -> Press:
    _kept(alice)
    Person("Alice").sign_in()
    return alice, "/account/visits/", {"do": "all", "phrase": alice.phrase}


@button("account:sessions lasting")
def stays_signed_in(alice: Person, _: Person) -> Press:
    fields = {"do": "last", "phrase": alice.phrase}
    return _kept(alice), "/account/visits/", fields


@button("export:mine")
def takes_a_copy(alice: Person, _: Person) -> Press:
    return _kept(alice), "/account/copy/", {"phrase": alice.phrase, "as": "json"}


@button("pairs:end_account")
def deletes_her_account(alice: Person, bob: Person) -> Press:
    pair(alice, bob)
    return alice, "/account/end/", {"phrase": alice.phrase}


# Two people, as they meet and part.


@button("pairs:us")
def folds_away_what_leads(alice: Person, bob: Person) -> Press:
    pair(alice, bob)
    html = html_of(alice.get("/us/"))
    found = re.search(r'name="pair" value="(\w*)".*?name="thing" value="(\w+)"', html)
    assert found is not None
    return alice, "/us/", {"do": "fold", "pair": found[1], "thing": found[2]}


@button("pairs:us again")
def shows_it_again(alice: Person, bob: Person) -> Press:
    _, path, fold = folds_away_what_leads(alice, bob)
    alice.post(path, **fold)
    return alice, path, {"do": "unfold", "pair": fold["pair"]}


@button("pairs:more")
def lets_a_pair_lead(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    return alice, "/us/more/", {"pair": place.strip("/").rpartition("/")[2]}


@button("pairs:invite")
def invites(alice: Person, _: Person) -> Press:
    fields = {"label": "Bob", "own_label": "Alice", "pair": "partners"}
    return _kept(alice), "/us/invite/", fields


@button("pairs:uninvite")
def takes_the_invitation_back(alice: Person, _: Person) -> Press:
    invited(_kept(alice))
    return alice, f"{alice.where}uninvite/", {}


@button("pairs:invite_for")
def asks_after_choosing(alice: Person, _: Person) -> Press:
    chosen(_kept(alice))
    names = {"label": "Bob", "own_label": "Alice"}
    return alice, "/answers/invite/", names


@button("pairs:invite_for keep")
def keeps_before_she_asks(alice: Person, _: Person) -> Press:
    alice.begin()
    chosen(alice)
    return alice, "/answers/invite/", kept_as(alice)


@button("pairs:join")
def reads_a_code(alice: Person, bob: Person) -> Press:
    return _kept(bob), "/join/", {"code": invited(_kept(alice))}


def _reads(alice: Person, bob: Person) -> None:
    bob.post("/join/", code=invited(_kept(alice)))


@button("pairs:asked")
def begins_to_answer(alice: Person, bob: Person) -> Press:
    _reads(alice, _kept(bob))
    return bob, "/join/asked/", {"do": ""}


@button("pairs:asked same")
def says_that_both_asked_each_other(alice: Person, bob: Person) -> Press:
    invited(_kept(bob), "Alice")
    mine = bob.where.strip("/").rpartition("/")[2]
    _reads(alice, bob)
    return bob, "/join/asked/", {"do": mine}


@button("pairs:asked other")
def says_that_it_is_somebody_else(alice: Person, bob: Person) -> Press:
    says_that_both_asked_each_other(alice, bob)
    return bob, "/join/asked/", {"do": "other"}


@button("pairs:keep_join")
def joins(alice: Person, bob: Person) -> Press:
    _reads(alice, _kept(bob))
    names = {"label": "Alice", "own_label": "Bob"}
    return bob, "/join/keep/", {"asked": asked_on(bob), **names}


@button("pairs:keep_join keep")
def keeps_before_he_joins(alice: Person, bob: Person) -> Press:
    _reads(alice, bob)
    return bob, "/join/keep/", kept_as(bob)


@button("pairs:keep_join instead")
def joins_and_takes_her_own_code_back(alice: Person, bob: Person) -> Press:
    _, path, fields = says_that_both_asked_each_other(alice, bob)
    bob.post(path, **fields)
    names = {"label": "Alice", "own_label": "Bob"}
    return bob, "/join/keep/", {"asked": asked_on(bob), **names}


@button("pairs:meet")
def meets(alice: Person, bob: Person) -> Press:
    code = invited(_kept(alice))
    place = alice.where
    join(_kept(bob), code)
    chosen(alice)
    return alice, f"{place}meet/", {}


@button("pairs:meet zone")
def meets_and_offers_her_days(alice: Person, bob: Person) -> Press:
    _, path, _ = meets(alice, bob)
    return alice, path, {"zone": "Europe/Berlin"}


_fixed("pairs:days", "days/", zone="America/St_Johns")


@button("account:days")
def chooses_whose_days_count(alice: Person, _: Person) -> Press:
    return _kept(alice), "/account/days/", {"zone": "Pacific/Kiritimati"}


for do in ("now", "week"):

    @button(f"pairs:leave {do}")
    def parts(alice: Person, bob: Person, do: str = do) -> Press:
        place = pair(alice, bob)
        return alice, f"{place}leave/", {"way": do, "phrase": alice.phrase}


@button("pairs:leave stay")
def stays(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    alice.post(f"{place}leave/", way="week", phrase=alice.phrase)
    return alice, f"{place}leave/", {"do": "stay"}


_fixed("pairs:leave", "leave/", do="rest")


@button("pairs:leave wake")
def wakes(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    alice.post(f"{place}leave/", do="rest")
    return alice, f"{place}leave/", {"do": "wake"}


@button("export:ours")
def takes_a_copy_of_both(alice: Person, bob: Person) -> Press:
    place = looked(alice, bob)
    return alice, f"{place}copy/", {"phrase": alice.phrase, "as": "json"}


# The picture, and the signs.


@button("see:choose")
def is_ready(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    alice.answer_all()
    return alice, f"{place}choose/", {"part": ["home", "money"]}


@button("see:choose_for")
def chooses_before_asking(alice: Person, _: Person) -> Press:
    alice.begin()
    alice.answer_all()
    return alice, "/answers/share/", {"part": ["home", "money"]}


@button("see:together")
def looks_together(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    alice.answer_all()
    alice.post(f"{place}choose/", part=["home", "money"])
    return alice, f"{place}together/", {}


@button("see:together both")
def turns_the_first_card(alice: Person, bob: Person) -> Press:
    _, path, _ = looks_together(alice, bob)
    bob.answer_all()
    bob.be_ready(path.removesuffix("together/"), "home", "money")
    return alice, path, {}


@button("missing:missing")
def goes_on(alice: Person, bob: Person) -> Press:
    """Something that she wrote is gone, and she goes on with what is here."""
    place = pair(alice, bob)
    name = raised(alice, place).strip("/").rpartition("/")[2]
    for row in models.StoredRow.objects.filter(audience="B"):
        if row.ref.hex().startswith(name):
            row.delete()
    return alice, f"{place}missing/", {}


@button("see:unready")
def is_not_ready(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    alice.answer_all()
    alice.be_ready(place, "home")
    return alice, f"{place}not-ready/", {}


@button("see:answer")
def goes_to_her_answers(alice: Person, bob: Person) -> Press:
    code = invited(_kept(alice))
    bob.post("/begin/")
    join(bob.keep() and bob, code)
    place = alice.where
    met(alice, place)
    return bob, f"{place}answer/", {}


@button("see:look")
def looks(alice: Person, bob: Person) -> Press:
    _, place, _ = is_ready(alice, bob)
    place = place.removesuffix("choose/")
    bob.answer_all()
    for someone in (alice, bob):
        someone.be_ready(place, "home", "money")
    return alice, f"{place}look/", {}


@button("see:card")
def turns_a_card(alice: Person, bob: Person) -> Press:
    _, look, _ = looks(alice, bob)
    place = look.removesuffix("look/")
    at_card(alice, place, 1)
    return alice, f"{place}cards/1/", {"do": "next"}


for page, words in (("step", "Tea at nine."), ("thanks", "Thank you.")):

    @button(f"see:{page}")
    def says(alice: Person, bob: Person, page: str = page, words: str = words) -> Press:
        place = looked(alice, bob)
        if page == "thanks":  # which stands there when she has said her step
            alice.post(f"{place}cards/step/", do="nothing")
        return alice, f"{place}cards/{page}/", {"do": "say", "text": words}


_fixed("see:evening", "evening/", do="say", text="Friday at eight.")


@button("see:evening back")
def takes_the_evening_back(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    alice.post(f"{place}evening/", do="say", text="Friday at eight.")
    return alice, f"{place}evening/", {"do": "back"}


@button("see:steps")
def looks_back_on_steps(alice: Person, bob: Person) -> Press:
    place = steps.weeks_ago(alice, bob)
    stays = sorted(steps.refs(alice, place).values())
    return alice, f"{place}steps/", {"happened": "yes", "stays": stays}


@button("see:steps both")
def looks_back_last(alice: Person, bob: Person) -> Press:
    _, where, said = looks_back_on_steps(alice, bob)
    bob.post(where, **said)
    return alice, where, said


@button("see:steps back")
def takes_a_look_back_out(alice: Person, bob: Person) -> Press:
    _, where, said = looks_back_on_steps(alice, bob)
    alice.post(where, **said)
    return alice, where, {"do": "back"}


@button("see:steps look")
def looks_at_what_both_said_of_steps(alice: Person, bob: Person) -> Press:
    _, where, said = looks_back_last(alice, bob)
    alice.post(where, **said)
    return alice, where, {"do": "look"}


@button("see:steps let go")
def lets_a_step_go(alice: Person, bob: Person) -> Press:
    _, where, said = looks_back_last(alice, bob)
    alice.post(where, **said)
    alice.look(where)
    return alice, where, {"do": "let go", "ref": said["stays"][0]}


@button("see:board")
def puts_a_card_up(alice: Person, bob: Person) -> Press:
    place = noticed(alice, bob)
    return alice, f"{place}notice/", {"do": "put", "sign": "heard"}


@button("see:board both")
def puts_up_what_the_other_did(alice: Person, bob: Person) -> Press:
    place = noticed(alice, bob)
    bob.put_up(place, "heard")
    return alice, f"{place}notice/", {"do": "put", "sign": "heard"}


@button("see:board withdraw")
def takes_a_card_back(alice: Person, bob: Person) -> Press:
    place = noticed(alice, bob)
    alice.put_up(place, "heard")
    return alice, f"{place}notice/", {"do": "withdraw", "sign": "heard"}


@button("see:board down")
def takes_a_card_down(alice: Person, bob: Person) -> Press:
    place = noticed(alice, bob)
    for someone in (alice, bob):
        someone.put_up(place, "heard")
    return alice, f"{place}notice/", {"do": "down", "sign": "heard"}


@button("see:board look")
def looks_at_the_board(alice: Person, bob: Person) -> Press:
    who, path, _down = takes_a_card_down(alice, bob)
    return who, path, {"do": "look"}


_fixed("see:board mark", "notice/", do="mark")

# Two browsers at one device.


@button("shared_device:swap")
def swap(_: Person, __: Person) -> Press:
    visitor = Person("a visitor")
    visitor.post("/try/", pair="partners")
    return visitor, "/chairs/swap/", {}


# Two with one phone.


@button("guess:begin")
def sit_down(alice: Person, _: Person) -> Press:
    return alice, "/guess/", {"first": "A", "second": "B", "pair": "partners"}


@button("guess:card")
def taps_first(_: Person, __: Person) -> Press:
    return guess.begin(), "/guess/1/", {"own": "A"}


@button("guess:card second tap")
def taps_second(_: Person, __: Person) -> Press:
    device = guess.begin()
    device.post("/guess/1/", own="A")
    return device, "/guess/1/", {"guess": "AB"}


@button("guess:card skip")
def skips(_: Person, __: Person) -> Press:
    return guess.begin(), "/guess/1/", {"do": "skip"}


@button("guess:card hand over")
def hands_over(_: Person, __: Person) -> Press:
    device = guess.begin()
    guess.answer(device, 1, ("A", "B"))
    return device, "/guess/1/", {"do": "hand"}


@button("guess:card turns")
def turns(_: Person, __: Person) -> Press:
    device = guess.begin()
    guess.answer(device, 1, ("A", "B"))
    guess.hand_over(device, 1)
    device.post("/guess/1/", guess="AB")
    return device, "/guess/1/", {"own": "A"}


@button("guess:end")
def taps_a_sign(_: Person, __: Person) -> Press:
    return guess.over(), "/guess/end/", {"sign": "A"}


@button("guess:stop")
def stops(_: Person, __: Person) -> Press:
    return guess.over(), "/guess/stop/", {}


# What the two agree on.

_fixed("agree:suggest", "agreed/new/", **AGREE)
_fixed("agree:begin", "agreed/new/ill/", **AGREE)


@button("agree:line")
def agrees(alice: Person, bob: Person) -> Press:
    where = suggested(bob, pair(alice, bob))
    return alice, where, {"do": "yes", "ref": ref_on(alice, where)}


@button("agree:line back")
def takes_a_line_back(alice: Person, bob: Person) -> Press:
    where = suggested(alice, pair(alice, bob))
    return alice, where, {"do": "back", "ref": ref_on(alice, where)}


@button("agree:line end")
def ends_an_agreement(alice: Person, bob: Person) -> Press:
    where = agreed(alice, bob, pair(alice, bob))
    return alice, where, {"do": "end", "ref": ref_on(alice, where)}


@button("agree:again")
def suggests_other_words(alice: Person, bob: Person) -> Press:
    where = agreed(alice, bob, pair(alice, bob))
    return alice, f"{where}new/", AGREE | {"then": "stop for soup"}


@button("agree:line keep")
def would_go_on(alice: Person, bob: Person) -> Press:
    where = ended(alice, bob, pair(alice, bob))
    return alice, where, {"do": "keep", "ref": ref_on(alice, where), "turn": "1"}


@button("agree:line keep both")
def goes_on_last(alice: Person, bob: Person) -> Press:
    _, where, keep = would_go_on(alice, bob)
    bob.post(where, **keep)
    return alice, where, keep


@button("agree:line let go")
def would_not_go_on(alice: Person, bob: Person) -> Press:
    _, where, keep = would_go_on(alice, bob)
    alice.post(where, **keep)
    return alice, where, keep | {"do": "let go"}


@button("boundaries:mine")
def draws_a_line(alice: Person, _: Person) -> Press:
    alice.begin()
    return alice, "/boundaries/", dict(BOUNDARY)


@button("boundaries:mine drop")
def deletes_a_line(alice: Person, _: Person) -> Press:
    alice.begin()
    alice.post("/boundaries/", **BOUNDARY)
    ref = ref_on(alice, "/boundaries/")
    return alice, "/boundaries/", {"do": "drop", "ref": ref}


@button("boundaries:mine drop both")
def deletes_a_line_that_is_shown(alice: Person, bob: Person) -> Press:
    alice.post(to_show(alice, pair(alice, bob)), area="phone")
    ref = ref_on(alice, "/boundaries/")
    return alice, "/boundaries/", {"do": "drop both", "ref": ref}


@button("boundaries:show")
def shows_a_line(alice: Person, bob: Person) -> Press:
    return alice, to_show(alice, pair(alice, bob)), {"area": "phone"}


@button("boundaries:shown")
def takes_a_line_down(alice: Person, bob: Person) -> Press:
    _, where, area = shows_a_line(alice, bob)
    alice.post(where, **area)
    return alice, alice.where, {"do": "down", "ref": ref_on(alice, alice.where)}


# What the two decide.

_fixed("decide:raise", "decide/raise/", **FIELDS)
_fixed("decide:diary", "decide/diary/", text="We took the lamp.", area="home")
_fixed("decide:lead", "decide/lead/", do="suggest", area="home", seat="A")


@button("decide:question")
def adds_an_option(alice: Person, bob: Person) -> Press:
    return alice, raised(alice, pair(alice, bob)), {"do": "add", "text": "In bed"}


@button("decide:question retract")
def takes_a_question_back(alice: Person, bob: Person) -> Press:
    where = raised(alice, pair(alice, bob))
    weigh(alice, where, "4", "1", "3")
    return alice, where, {"do": "retract"}


@button("decide:raise_again")
def asks_it_again(alice: Person, bob: Person) -> Press:
    where = raised(alice, pair(alice, bob))
    alice.post(where, do="retract")
    return alice, f"{where}again/", dict(FIELDS)


@button("decide:question look")
def looks_at_ballots(alice: Person, bob: Person) -> Press:
    where = raised(alice, pair(alice, bob))
    for someone in (alice, bob):
        weigh(someone, where, "4", "1", "3")
    return alice, where, {"do": "look"}


@button("decide:question propose")
def proposes(alice: Person, bob: Person) -> Press:
    where = weighed(alice, bob, pair(alice, bob))
    return alice, where, {"do": "propose", "option": "2"}


@button("decide:question back")
def takes_a_proposal_back(alice: Person, bob: Person) -> Press:
    _, where, proposed = proposes(alice, bob)
    alice.post(where, **proposed)
    return alice, where, {"do": "back", "ref": ref_on(alice, where)}


@button("decide:question yes")
def says_yes(alice: Person, bob: Person) -> Press:
    _, where, proposed = proposes(alice, bob)
    bob.post(where, **proposed)
    return alice, where, {"do": "yes", "ref": ref_on(alice, where)}


@button("decide:question undo")
def would_undo(alice: Person, bob: Person) -> Press:
    return alice, settled_on(alice, bob, pair(alice, bob)), {"do": "undo"}


@button("decide:question stay")
def lets_it_stand(alice: Person, bob: Person) -> Press:
    _, where, undo = would_undo(alice, bob)
    alice.post(where, **undo)
    return alice, where, {"do": "stay"}


@button("decide:question undo too")
def undoes(alice: Person, bob: Person) -> Press:
    _, where, undo = would_undo(alice, bob)
    bob.post(where, **undo)
    return alice, where, {"do": "undo too"}


@button("decide:weigh")
def weighs(alice: Person, bob: Person) -> Press:
    where = raised(alice, pair(alice, bob))
    return alice, f"{where}weigh/", filled(alice, where, "4", "1", "3")


@button("decide:weigh both")
def weighs_last(alice: Person, bob: Person) -> Press:
    where = raised(alice, pair(alice, bob))
    weigh(bob, where, "0", "1", "3")
    return alice, f"{where}weigh/", filled(alice, where, "4", "1", "3")


@button("decide:weigh withdraw")
def takes_a_ballot_out(alice: Person, bob: Person) -> Press:
    where = raised(alice, pair(alice, bob))
    weigh(alice, where, "0", "1", "3")
    return alice, f"{where}weigh/", {"do": "withdraw"}


@button("decide:diary_line")
def says_how_it_was(alice: Person, bob: Person) -> Press:
    where = written(alice, pair(alice, bob))
    return alice, where, {"who": "both", "asked": "yes"}


@button("decide:diary_line both")
def says_it_last(alice: Person, bob: Person) -> Press:
    where = written(alice, pair(alice, bob))
    tell(bob, where, "other")
    return alice, where, {"who": "both", "asked": "yes"}


@button("decide:diary_line withdraw")
def takes_it_out(alice: Person, bob: Person) -> Press:
    where = written(alice, pair(alice, bob))
    tell(alice, where, "other")
    return alice, where, {"do": "withdraw"}


@button("decide:lead yes")
def takes_the_lead(alice: Person, bob: Person) -> Press:
    where = f"{pair(alice, bob)}decide/lead/"
    bob.post(where, do="suggest", area="home", seat="A")
    return alice, where, {"do": "yes", "ref": ref_on(alice, where)}


@button("decide:lead back")
def takes_a_lead_back(alice: Person, bob: Person) -> Press:
    where = f"{pair(alice, bob)}decide/lead/"
    alice.post(where, do="suggest", area="home", seat="A")
    return alice, where, {"do": "back", "ref": ref_on(alice, where)}


@button("decide:lead end")
def ends_a_lead(alice: Person, bob: Person) -> Press:
    _, where, yes = takes_the_lead(alice, bob)
    alice.post(where, **yes)
    return alice, where, {"do": "end", "ref": yes["ref"]}


@button("decide:review")
def reviews(alice: Person, bob: Person) -> Press:
    where = f"{settled_on(alice, bob, pair(alice, bob))}review/"
    return alice, where, {"text": "Good."}


@button("decide:review both")
def reviews_last(alice: Person, bob: Person) -> Press:
    _, where, said = reviews(alice, bob)
    bob.post(where, text="Fine.")
    return alice, where, said


@button("decide:review withdraw")
def takes_a_review_out(alice: Person, bob: Person) -> Press:
    _, where, said = reviews(alice, bob)
    alice.post(where, **said)
    return alice, where, {"do": "withdraw"}


# Three lines, and thanks.


@button("keep:lines begin")
def begins_lines(alice: Person, bob: Person) -> Press:
    place = begun(_kept(alice), _kept(bob), begins=False)
    return alice, f"{place}lines/", {"do": "begin"}


@button("keep:lines")
def writes_lines(alice: Person, bob: Person) -> Press:
    place = begun(_kept(alice), _kept(bob))
    return alice, f"{place}lines/", {"good": "You rang.", "much": "", "wish": "Soup."}


@button("keep:lines both")
def writes_lines_last(alice: Person, bob: Person) -> Press:
    _, where, said = writes_lines(alice, bob)
    bob.post(where, **said)
    return alice, where, said


@button("keep:lines back")
def takes_lines_back(alice: Person, bob: Person) -> Press:
    _, where, said = writes_lines(alice, bob)
    alice.post(where, **said)
    return alice, where, {"do": "back"}


@button("keep:lines give")
def gives_the_first_line(alice: Person, bob: Person) -> Press:
    with clock.earlier(AGO):
        _, where, said = writes_lines(alice, bob)
        alice.post(where, **said)
    alice.sign_in()
    return alice, where, {"do": "give"}


for page, at in (("all", "all"), ("month", "month"), ("month_then", "month/1")):

    @button(f"keep:{page}")
    def looks_at_lines(alice: Person, bob: Person, at: str = at) -> Press:
        with clock.earlier(4 * AGO):
            _, where, said = writes_lines_last(alice, bob)
            alice.post(where, **said)
        alice.sign_in()
        return alice, f"{where}{at}/", {"do": "look"}


@button("season:season")
def looks_at_a_season(alice: Person, bob: Person) -> Press:
    with clock.earlier(AGO):
        _, where, said = writes_lines_last(alice, bob)
        alice.post(where, **said)
    alice.sign_in()
    return alice, where.replace("lines/", "season/"), {"do": "look"}


@button("keep:own")
def writes_lines_for_herself(alice: Person, _: Person) -> Press:
    alice.begin()
    return alice, "/lines/", {"good": "You rang.", "much": "", "wish": ""}


@button("keep:own drop")
def drops_lines_of_her_own(alice: Person, bob: Person) -> Press:
    _, where, said = writes_lines_for_herself(alice, bob)
    page = html_of(alice.post(where, **said))
    found = re.search(r'name="ref" value="(\w+)"', page)
    assert found is not None
    return alice, where, {"do": "drop", "ref": found[1]}


@button("thanks:letter")
def writes_a_letter(alice: Person, _: Person) -> Press:
    alice.begin()
    return alice, "/lines/letter/", {"text": "You came.\r\nThank you."}


@button("thanks:letter drop")
def drops_a_letter(alice: Person, bob: Person) -> Press:
    _, where, said = writes_a_letter(alice, bob)
    alice.post(where, **said)
    return alice, where, {"do": "drop", "ref": ref_on(alice, where)}


_fixed("keep:remember", "lines/remember/", do="file")
_fixed("keep:remember day", "lines/remember/", do="day", day="3")
_fixed("thanks:thanks", "thanks/", do="say", text=CAKE)
_fixed("thanks:thanks keep", "thanks/", do="keep", text=CAKE)


for way in ("say", "keep"):

    @button(f"thanks:thanks {way} no more")
    def takes_thanks_back(alice: Person, bob: Person, way: str = way) -> Press:
        where, ref = thanked(alice, pair(alice, bob), way)
        return alice, where, {"do": {"say": "back", "keep": "drop"}[way], "ref": ref}


# Five taps a month.

MIDDLE: Final = {line: str(step) for line, step in EVEN.items()}
TAPS: Final = {**MIDDLE, "share": list(SOME)}
_fixed("month:taps", "month/", **TAPS)
_fixed("month:taps keep", "month/", **TAPS, do="keep")


@button("month:taps both")
def taps_last(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    tap(bob, place)
    return alice, f"{place}month/", TAPS


@button("month:taps back")
def takes_taps_back(alice: Person, bob: Person) -> Press:
    place = pair(alice, bob)
    tap(alice, place)
    return alice, f"{place}month/", {"do": "back"}


for page, at in (("month:past", "all"), ("trend:ours", "trend")):

    @button(page)
    def looks_at_months(alice: Person, bob: Person, at: str = at) -> Press:
        place = pair(alice, bob)
        for person in (alice, bob):
            tap(person, place)
        return alice, f"{place}month/{at}/", {"do": "look"}


@button("month:own")
def taps_for_herself(alice: Person, _: Person) -> Press:
    alice.begin()
    return alice, "/month/", {**MIDDLE, "free": "2"}


@button("trend:own")
def drops_a_month_of_hers(alice: Person, _: Person) -> Press:
    alice.begin()
    page = html_of(alice.post("/month/", **EVEN))
    found = re.search(r'name="month" value="([0-9-]+)"', page)
    assert found is not None
    return alice, "/month/trend/", {"month": found[1]}
