"""A new passphrase in place of the one that is good now."""

from __future__ import annotations

from tests.web.cast import Person, html_of, main_of, title_of
from tests.web.conftest import Hands

from coequal.people import throttle
from coequal.people.models import Account, SessionRow

NEW = "some other words entirely"
PATH = "/account/passphrase/"


def fields(person: Person, **changed: str) -> dict[str, str]:
    return {"present": person.phrase, "phrase": NEW, "again": NEW, **changed}


def test_the_new_passphrase_opens_what_the_old_one_did(carol: Person) -> None:
    carol.answer({"home.mine": 4})
    before = carol.get("/mine/").context["areas"]
    carol.post(PATH, **fields(carol))
    assert carol.where == "/account/"
    assert carol.get("/mine/").context["areas"] == before
    carol.sign_out()
    assert carol.sign_in().status_code == 422
    carol.phrase = NEW
    carol.sign_in()
    assert carol.get("/mine/").context["areas"] == before


def test_every_other_visit_ends_and_so_does_a_copied_cookie(carol: Person) -> None:
    elsewhere, copied = Person("Carol"), Person("Carol")
    elsewhere.sign_in()
    copied.client.cookies.load({"s": carol.client.cookies["s"].value, "h": "1"})
    carol.post(PATH, **fields(carol))
    assert SessionRow.objects.count() == 1
    for other in (elsewhere, copied):
        other.get("/us/")
        assert other.where == "/sign-in/"
    carol.get("/us/")
    assert carol.where == "/us/"


def test_nobody_changes_it_who_does_not_know_it(carol: Person) -> None:
    before = Account.objects.get().phrase
    page = carol.post(PATH, **fields(carol, present="a guess at it"))
    assert page.status_code == 422
    assert "That’s not your passphrase." in main_of(page)
    assert Account.objects.get().phrase == before


def test_a_phrase_that_guards_nothing_is_refused(carol: Person) -> None:
    for phrase, again in (("short", "short"), (NEW, "some other words"), ("", "")):
        given = fields(carol, phrase=phrase, again=again)
        assert carol.post(PATH, **given).status_code == 422
    carol.sign_out()
    carol.sign_in()
    assert carol.where == "/us/"


def test_no_phrase_is_ever_sent_back(carol: Person) -> None:
    html = html_of(carol.post(PATH, **fields(carol, again="typed otherwise")))
    for phrase in (carol.phrase, NEW, "typed otherwise"):
        assert phrase not in html


def test_the_recovery_code_stays_good(carol: Person) -> None:
    carol.post("/account/code/", phrase=carol.phrase)
    wrap = Account.objects.get().recovery
    carol.post(PATH, **fields(carol))
    assert wrap
    assert Account.objects.get().recovery == wrap


def test_the_same_passphrase_again_ends_other_visits_too(carol: Person) -> None:
    Person("Carol").sign_in()
    carol.post(PATH, **fields(carol, phrase=carol.phrase, again=carol.phrase))
    assert carol.where == "/account/"
    assert SessionRow.objects.count() == 1


def test_guessing_slows_down_here_and_nowhere_else(carol: Person, hands: Hands) -> None:
    hands.rest()
    for _ in range(throttle.FREE_TRIES):
        carol.post(PATH, **fields(carol, present="a guess at it"))
    page = carol.post(PATH, **fields(carol))
    assert page.status_code == 422
    assert "Too many attempts. Try again in 32 seconds." in main_of(page)
    elsewhere = Person("Carol")
    elsewhere.sign_in()
    assert elsewhere.where == "/us/"
    hands.rest()
    carol.post(PATH, **fields(carol))
    assert carol.where == "/account/"


def test_it_is_no_way_to_guess_at_the_passphrase_of_a_namesake(
    carol: Person, hands: Hands
) -> None:
    """Eve goes by Carol's name, and tries guesses as her own new passphrase."""
    eve = Person("Carol")
    eve.phrase = "what Eve keeps for now"
    eve.begin()
    eve.keep()
    hands.rest()
    told = []
    for number in range(throttle.FREE_TRIES + 2):
        guess = f"guess number {number}"
        page = eve.post(PATH, **fields(eve, phrase=guess, again=guess))
        eve.phrase = guess if eve.where == "/account/" else eve.phrase
        told.append(main_of(page))
    assert "Too many attempts." in told[-1]
    hands.rest()
    page = eve.post(PATH, **fields(eve, phrase=carol.phrase, again=carol.phrase))
    assert "This is easy to guess. Choose another." in main_of(page)


def test_the_page_says_what_an_old_copy_still_opens(carol: Person) -> None:
    page = carol.get(PATH)
    assert "they can still read that copy" in main_of(page)
    assert title_of(page) == "Me"
