from __future__ import annotations

from tests.web.cast import Person, html_of
from tests.web.decide.acts import raised, weighed

from coequal.core.decide.rules import OPTION_LONGEST, TEXT_LONGEST


def test_an_option_says_how_much_fits(alice: Person, place: str) -> None:
    page = html_of(alice.get(raised(alice, place)))
    assert f'maxlength="{OPTION_LONGEST}"' in page


def test_words_of_one_s_own_say_how_much_fits(
    alice: Person, bob: Person, place: str
) -> None:
    page = html_of(alice.get(weighed(alice, bob, place)))
    assert f'maxlength="{TEXT_LONGEST}"' in page
    assert 'maxlength=""' not in page
