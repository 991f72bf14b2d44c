"""The library: guides and paths for everybody, found by words, noted nowhere."""

from __future__ import annotations

import re
from html import escape

import pytest
from django.http import HttpResponse
from tests.web.cast import (
    Person,
    bytes_of,
    heading_of,
    html_of,
    main_of,
    opened,
    text_of,
)
from tests.web.unspaced import unspaced

from coequal.content.guides import library
from coequal.journal import clock, models
from coequal.web.learn.markdown import html
from coequal.web.learn.search import MOST, found

GUIDES = list(library().guides.values())


def links_in(text: str) -> list[str]:
    return re.findall(r'href="(/[^"#?]*)', text)


def looked_for(person: Person, words: str) -> HttpResponse:
    return person.post("/learn/", words=words)


def test_nobody_in_particular_reads_every_guide(alice: Person) -> None:
    home = html_of(alice.get("/learn/"))
    for guide in GUIDES:
        assert f'href="/learn/{guide.slug}/"' in home
        page = alice.get(f"/learn/{guide.slug}/")
        assert heading_of(page) == guide.title
        assert guide.known in text_of(page).replace("\n", " ")
        for source in guide.sources:
            assert source.text in text_of(page)


def test_a_guide_has_three_lengths_and_only_the_longest_is_folded(
    alice: Person,
) -> None:
    for guide in GUIDES:
        page = main_of_html(alice, f"/learn/{guide.slug}/")
        folded = "".join(re.findall(r"<details>.*?</details>", page, re.DOTALL))
        open_ = re.sub(r"<details>.*?</details>", "", page, flags=re.DOTALL)
        assert all(escape(one) in open_ for one in (guide.summary, *guide.gist))
        assert unspaced(html(guide.whole)) in folded
        assert unspaced(html(guide.onward)) in open_


def test_every_link_of_every_guide_and_path_leads_somewhere(carol: Person) -> None:
    pages = [f"/learn/{guide.slug}/" for guide in GUIDES]
    pages += [f"/learn/way/{path.id}/" for path in library().paths]
    leads = {link for page in pages for link in links_in(main_of_html(carol, page))}
    assert {carol.get(link).status_code for link in sorted(leads)} == {200}


def main_of_html(person: Person, path: str) -> str:
    page = html_of(person.get(path))
    return page[page.index("<main") : page.index("</main>")]


def test_a_path_leads_through_its_guides_to_a_room(alice: Person) -> None:
    for path in library().paths:
        page = main_of_html(alice, f"/learn/way/{path.id}/")
        assert [one for one in links_in(page) if one != "/learn/"][:-1] == [
            f"/learn/{slug}/" for slug in path.guides
        ]
        assert path.end in page


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("unheard", "being-heard"),
        ("I feel unherad", "being-heard"),
        ("money", "fair-money"),
        ("mony", "fair-money"),
        ("Mental load", "keeping-in-mind"),
        ("bondaries", "boundaries"),
        ("fair about money", "fair-money"),
        ("saying thanks", "thanks"),
    ],
)
def test_words_find_a_guide_even_with_a_slip(typed: str, expected: str) -> None:
    assert expected in [guide.slug for guide in found(typed)]


def test_a_slip_finds_less_than_the_word_itself() -> None:
    assert found("listening")[0].slug == "listening"
    assert found("listenning")[0].slug == "listening"


@pytest.mark.parametrize("typed", ["", "  ", "qqqqq", "🌊", "<b>", "x" * 5000])
def test_what_fits_nothing_finds_nothing(alice: Person, typed: str) -> None:
    assert found(typed) == ()
    assert "Nothing here fits these words" in main_of(looked_for(alice, typed))


def test_what_was_found_stands_alone_with_a_way_to_all_guides(alice: Person) -> None:
    page = main_of(looked_for(alice, "boundaries"))
    assert "All guides" in page
    assert "Does one of these fit?" not in page


def test_what_was_typed_stands_in_no_address_and_on_no_page(alice: Person) -> None:
    page = looked_for(alice, "boundaries zebra")
    assert "zebra" not in alice.where
    assert "zebra" not in html_of(page)
    assert "Boundaries" in main_of(page)


def test_the_address_of_what_was_found_tells_nothing_and_ends_after_an_hour(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = set()
    for typed in ("he hits me", "my phone died", "boundaries"):
        looked_for(alice, typed)
        token = alice.where.removeprefix("/learn/found/").strip("/")
        assert "careful" not in token
        sizes.add(len(token))
    assert len(sizes) == 1
    assert "Boundaries" in main_of(alice.get(alice.where))
    later = clock.now() + 3_601
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Nothing here fits" in main_of(alice.get(alice.where))


def test_whoever_may_be_afraid_reads_of_help_first(alice: Person) -> None:
    page = main_of(looked_for(alice, "afraid of my husband"))
    assert page.startswith("Learn Are you afraid, or is somebody being hurt?")
    assert "See who can help" in page
    assert "See who can help" not in main_of(looked_for(alice, "boundaries"))


def test_at_most_eight_guides_are_found() -> None:
    assert len(found("one of us and the other")) <= MOST


def test_an_address_that_names_no_guide_finds_nothing(alice: Person) -> None:
    for token in ("nowhere", "being-heard_listening", "a" * 500):
        assert "Nothing here fits" in main_of(alice.get(f"/learn/found/{token}/"))
    assert alice.get("/learn/nowhere/").status_code == 404
    assert alice.get("/learn/way/nowhere/").status_code == 404


def test_reading_leaves_nothing_behind(alice: Person, bob: Person) -> None:
    place = opened(alice, bob)
    before = models.StoredRow.objects.count(), bytes_of(bob.get(place))
    alice.get("/learn/")
    alice.get("/learn/being-careful/")
    looked_for(alice, "fear")
    assert (models.StoredRow.objects.count(), bytes_of(bob.get(place))) == before


def test_a_guide_is_plain_elements_only() -> None:
    for guide in GUIDES:
        drawn = html(guide.body)
        tags = set(re.findall(r"<(\w+)", drawn))
        assert tags <= {"a", "em", "h2", "li", "ol", "p", "strong", "ul"}
        assert not re.search('href="(?!/)', drawn)


def test_a_finding_leads_to_its_guide(carol: Person) -> None:
    carol.post("/answers/")
    carol.begin()
    carol.answer_all(3)
    assert "Read:" in main_of(carol.get("/mine/all/"))


@pytest.mark.parametrize("path", ["/answers/", "/notes/"])
def test_a_room_leads_to_its_guides(carol: Person, path: str) -> None:
    carol.begin()
    carol.answer_all()
    page = carol.get(path)
    if path == "/notes/":
        page = carol.post("/notes/", phrase=carol.phrase)
    assert "Read about this" in main_of(page)
