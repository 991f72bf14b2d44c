from __future__ import annotations

import re
from collections import Counter

from tests.web.cast import Person, html_of
from tests.web.decide.acts import raised, weighed

from coequal.core.decide.limits import OPTION_LONGEST, TEXT_LONGEST


def test_an_option_says_how_much_fits(alice: Person, place: str) -> None:
    page = html_of(alice.get(raised(alice, place)))
    assert f'maxlength="{OPTION_LONGEST}"' in page


def test_words_of_one_s_own_say_how_much_fits(
    alice: Person, bob: Person, place: str
) -> None:
    page = html_of(alice.get(weighed(alice, bob, place)))
    assert f'maxlength="{TEXT_LONGEST}"' in page
    assert 'maxlength=""' not in page


def test_each_option_that_one_weighs_alone_has_choices_of_its_own(
    alice: Person,
) -> None:
    alice.begin()
    page = html_of(alice.get("/decide/weigh/"))
    names = Counter(re.findall(r'type="radio" name="([^"]+)"', page))
    assert set(names) == {f"score-{number}" for number in range(1, 5)}
    assert len(set(names.values())) == 1


def test_what_could_not_be_added_leaves_the_field_its_label(
    alice: Person, place: str
) -> None:
    page = alice.client.post(raised(alice, place), {"do": "add", "text": ""})
    ids = Counter(re.findall(r'\bid="([^"]*)"', html_of(page)))
    assert page.status_code == 422
    assert ids["add"] == 1
    assert [one for one, count in ids.items() if count > 1] == []
