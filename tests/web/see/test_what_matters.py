from __future__ import annotations

import re

import pytest
from tests.web.cast import FORM, Person, html_of, main_of, number_of

from coequal.journal import models

OFFERED = [area.id for area in FORM.areas if area.matters]


@pytest.fixture
def here(alice: Person) -> Person:
    alice.begin()
    return alice


def path() -> str:
    return f"/answers/{number_of('home.matters')}/"


def ticked(person: Person) -> list[str]:
    page = html_of(person.get(path()))
    return re.findall(r'name="area" value="(\w+)" checked', page)


@pytest.mark.parametrize("areas", [["money"], ["home", "plans"]])
def test_one_or_two_may_be_picked(here: Person, areas: list[str]) -> None:
    here.post(path(), a="done", area=areas)
    assert here.where == f"/answers/{number_of('home.matters') + 1}/"
    assert ticked(here) == areas


@pytest.mark.parametrize(
    "areas", [[], ["home", "money", "plans"], ["moon"], ["home", "moon"]]
)
def test_none_three_or_an_unknown_one_is_refused_with_a_reason(
    here: Person, areas: list[str]
) -> None:
    rows = models.StoredRow.objects.count()
    page = here.post(path(), a="done", area=areas)
    assert page.status_code == 422
    assert "Choose one or two" in main_of(page)
    assert models.StoredRow.objects.count() == rows


def test_naming_one_area_twice_is_one_area(here: Person) -> None:
    here.post(path(), a="done", area=["home", "home"])
    assert ticked(here) == ["home"]


def test_a_pick_can_be_changed(here: Person) -> None:
    here.matters("home", "money")
    here.matters("people")
    assert ticked(here) == ["people"]


@pytest.mark.parametrize("aside", ["na", "skip"])
def test_stepping_aside_answers_the_whole_page(here: Person, aside: str) -> None:
    shares = models.Share.objects.count()
    here.matters("home")
    here.post(path(), a=aside, area=["home"])
    assert ticked(here) == []
    assert models.Share.objects.count() == shares + len(OFFERED)


def test_the_areas_on_the_page_are_those_of_the_form(here: Person) -> None:
    page = html_of(here.get(path()))
    assert re.findall(r'name="area" value="(\w+)"', page) == OFFERED
