"""The four questions on one page, for everybody, found from Learn and the start."""

from __future__ import annotations

from html import escape

from tests.web.cast import Person, heading_of, html_of

from coequal.content.questions import questions

PAGE = questions()
ADDRESS = "/questions/"


def test_everybody_reads_all_four_with_their_sources(alice: Person) -> None:
    page = alice.get(ADDRESS)
    assert heading_of(page) == PAGE.title
    for one in PAGE.questions:
        said = (one.question, *one.answer, *(source.text for source in one.sources))
        assert [text for text in said if escape(text) not in html_of(page)] == []
        for slug in one.guides:
            assert f'href="/learn/{slug}/"' in html_of(page)


def test_learn_and_the_start_lead_to_them(alice: Person) -> None:
    for page in ("/", "/learn/"):
        assert f'href="{ADDRESS}"' in html_of(alice.get(page))
