"""What stands in Learn: short, plain, gentle, dated, linked, and about everything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from tests.content.reading import OF_TWELVE, grade, long_sentences

from coequal.content import notes
from coequal.content.findings_file import findings_file
from coequal.content.guides import library, shelved
from coequal.content.guides_file import (
    Guide,
    GuideRoom,
    Home,
    guide_file,
    home_file,
    paths_file,
)
from coequal.content.load import content
from coequal.content.questions import questions
from coequal.content.signs import sign_words
from coequal.content.versions import versions
from coequal.core.people import PairType
from coequal.errors import Unsound

FOLDER = files("coequal.content") / "en"
FINDINGS = {
    entry.rule.id
    for entry in findings_file((FOLDER / "findings.toml").read_text("utf-8")).patterns
}
EVERYDAY = {sign.id for sign in sign_words().signs}
SERIOUS = {sign.id for group in notes.signs().groups for sign in group.signs}
FACTORS = {factor.id for factor in notes.factors().factors}
AREAS = {area.id for pair in PairType for area in content(pair).instrument.areas}
PAST_AREAS = {
    area.id
    for pair in PairType
    for one in versions(pair)
    for area in one.instrument.areas
}

LIBRARY = library()
GUIDES = list(LIBRARY.guides.values())
FEWEST_WORDS, MOST_WORDS = 180, 700  # some questions need half a page
LONGEST_SENTENCE, MOST_IN_A_MINUTE = 24, 100  # words
SAME_WORDS = 8
LONG_WORD = 13  # letters; few of them, or a reader of twelve stumbles
NOT_SAID = re.compile(
    r"\b(wins?|winners?|loses?|losers?|owed?|scores?|victims?|abus\w*|violen\w*"
    r"|he|she|him|his|hers?|husbands?|wife|wives|boyfriends?|girlfriends?"
    r"|should|must|toxic|narciss\w*|manipulat\w*|guilty|confront\w*"
    r"|zero[ -]knowledge|end[ -]to[ -]end)\b|!",
    re.IGNORECASE,
)
URGES = re.compile(
    r"\b(leave (?:him|her|them|your|this|now)|get out|break up|report (?:it|them)"
    r"|you (?:have|need|ought) to (?:leave|go|tell|report|stay)"
    r"|(?:show|read) (?:this|it) (?:to|with)|talk to your partner|tell your partner)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(\d[\d,]*) (?:newly\w* |young )?"
    r"(?:adults|couples|interviews|men|mothers|newlyweds|papers|people|studies|women)\b"
)
OF_FEAR = re.compile(
    r"\b(afraid|fear\w*|scar(?:e[sd]?|y)|frighten\w*|anxious)\b", re.IGNORECASE
)
OF_HARM_IN_AN_ADDRESS = re.compile(
    r"abus|safe|help|fear|threat|control|violen|guilt|coerc|harm|hurt-by|danger"
)


def slug(guide: Guide) -> str:
    return guide.slug


def shown(guide: Guide) -> Iterator[str]:
    """Yield every text that a reader meets: each paragraph by itself."""
    yield from (guide.title, guide.question, guide.summary, guide.known, *guide.gist)
    yield from (source.text for source in guide.sources)
    yield from guide.prose.split("\n\n")


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9’]+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of eight words."""
    said = words(text)
    starts = range(len(said) - SAME_WORDS + 1)
    return {tuple(said[at : at + SAME_WORDS]) for at in starts}


every_guide = pytest.mark.parametrize("guide", GUIDES, ids=slug)


@every_guide
def test_a_guide_is_short_and_asks_what_a_person_would_ask(guide: Guide) -> None:
    assert FEWEST_WORDS <= len(words(guide.prose)) <= MOST_WORDS
    assert guide.question.endswith("?")
    assert re.fullmatch(r"[A-Z“][^.?]*\.", guide.summary)
    assert 1 <= guide.minutes <= 4


@every_guide
def test_a_guide_can_be_read_in_a_sentence_in_a_minute_or_whole(guide: Guide) -> None:
    sentence, minute, whole = (
        len(words(text)) for text in (guide.summary, " ".join(guide.gist), guide.prose)
    )
    assert sentence <= LONGEST_SENTENCE
    assert 2 * sentence < minute <= MOST_IN_A_MINUTE
    assert 2 * minute < whole
    assert guide.body == f"{guide.whole}\n\n{guide.onward}"


@every_guide
def test_a_reader_of_twelve_does_not_stumble(guide: Guide) -> None:
    said = [text for text in shown(guide) if text not in sources_of(guide)]
    assert [long for text in said for long in long_sentences(spaced(text))] == []
    letters = words(guide.prose)
    assert sum(map(len, letters)) / len(letters) <= 4.6
    assert sum(len(word) >= LONG_WORD for word in letters) <= len(letters) / 100
    sentences = re.split(r"[.?:](?:\s|$)|\n\n", spaced(guide.prose))
    lengths = [len(one.split()) for one in sentences if one.strip()]
    assert sum(lengths) / len(lengths) <= 13


def sources_of(guide: Guide) -> set[str]:
    return {source.text for source in guide.sources}


def spaced(text: str) -> str:
    """Take out what would hide the end of a sentence: quotes, emphasis, lists."""
    return re.sub(r"\n(?=- |\d\. )", ". ", re.sub(r"[”“*\]\[]", "", text))


@every_guide
def test_nothing_is_gendered_blaming_or_left_out_by_the_glossary(
    guide: Guide,
) -> None:
    for text in shown(guide):
        assert not NOT_SAID.search(text), text
        assert not URGES.search(text), text
        assert '"' not in text
        assert "'" not in text


@every_guide
def test_a_guide_that_leads_to_something_joint_says_nothing_of_fear(
    guide: Guide,
) -> None:
    if guide.room is not GuideRoom.NOTES:
        assert not [text for text in shown(guide) if OF_FEAR.search(text)]
        assert not set(guide.signs) & SERIOUS
    else:
        assert not guide.findings


@every_guide
def test_sources_are_dated_and_what_is_known_is_said(guide: Guide) -> None:
    assert guide.sources
    for source in guide.sources:
        assert source.text
        assert source.year is None or 1960 <= source.year <= guide.date.year
        assert source.seen is None or source.seen <= guide.date
        assert not source.url or source.url.startswith("https://")
    assert len(re.findall(r"[.?](?:\s|$)", guide.known)) >= 2
    assert guide.version >= 1


def test_a_source_bears_one_name_and_one_day_wherever_it_stands() -> None:
    named = defaultdict(set)
    for source in (source for guide in GUIDES for source in guide.sources):
        named[source.url or source.text].add((source.text, source.year, source.seen))
    assert {one: names for one, names in named.items() if len(names) > 1} == {}


@every_guide
def test_how_many_were_asked_stands_with_the_source_as_well(guide: Guide) -> None:
    sources = " ".join(source.text for source in guide.sources)
    told = COUNTED.findall(f"{guide.known} {guide.prose}")
    assert [one for one in told if one not in sources] == []


@every_guide
def test_figures_are_told_in_words(guide: Guide) -> None:
    assert not re.search(
        r"%|[=<>±]|(?<!’)\bd\b|\br\b|\bOR\b", guide.known + guide.prose
    )


@every_guide
def test_an_address_says_nothing_of_safety(guide: Guide) -> None:
    assert not OF_HARM_IN_AN_ADDRESS.search(guide.slug)


@every_guide
def test_markdown_stays_within_the_few_marks_that_are_drawn(guide: Guide) -> None:
    assert not re.search(r"<|>|`|^#\s|^###|!\[|\t|  ", guide.body, re.MULTILINE)
    assert guide.body.startswith(("“", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


@every_guide
def test_somebody_of_twelve_can_read_it(guide: Guide) -> None:
    # A line of a list is a sentence of its own, as it is to a reader.
    assert grade(re.split(r"[.?:\n]+", guide.prose)) <= OF_TWELVE


def test_every_finding_sign_and_factor_has_its_guide() -> None:
    assert [one for one in FINDINGS if not LIBRARY.for_finding(one)] == []
    assert [one for one in EVERYDAY | SERIOUS if not LIBRARY.for_sign(one)] == []
    assert [one for one in FACTORS if not LIBRARY.for_factor(one)] == []
    assert AREAS <= {area for guide in GUIDES for area in guide.areas} <= PAST_AREAS


def test_no_guide_is_for_something_that_is_not_there() -> None:
    assert not EVERYDAY & SERIOUS
    for guide in GUIDES:
        assert set(guide.findings) <= FINDINGS
        assert set(guide.signs) <= EVERYDAY | SERIOUS
        assert set(guide.factors) <= FACTORS


def test_no_guide_is_for_nothing() -> None:
    on_a_path = {name for path in LIBRARY.paths for name in path.guides}
    for guide in GUIDES:
        about = (*guide.findings, *guide.signs, *guide.factors, *guide.areas)
        assert about or guide.slug in on_a_path, guide.slug


def test_every_guide_leads_to_its_room() -> None:
    assert [
        one.slug for one in GUIDES if ("room", one.room.value) not in one.links
    ] == []


def test_no_guide_is_orphaned() -> None:
    led_to = {name for guide in GUIDES for kind, name in guide.links if kind == "guide"}
    led_to |= {name for path in LIBRARY.paths for name in path.guides}
    assert set(LIBRARY.guides) - led_to == set()


def test_guides_about_what_is_serious_name_people_to_talk_to() -> None:
    serious = [guide for guide in GUIDES if set(guide.signs) & SERIOUS]
    hard = [guide for guide in serious if set(guide.signs) & notes.signs().stops]
    assert len(serious) >= 8
    led = {guide.slug for guide in hard if ("page", "help") in guide.links}
    own = {guide.slug for guide in hard} - led
    assert own <= {"money-and-standing", "what-holds-us"}
    for name in own:
        assert "services" in LIBRARY.guides[name].body.casefold()


def test_no_eight_words_in_a_row_are_said_twice_in_learn() -> None:
    said = {
        guide.slug: (guide.question, guide.summary, guide.known, *said_by(guide))
        for guide in GUIDES
    } | {one.id: (one.question, *one.answer) for one in questions().questions}
    where = defaultdict(set)
    for place, texts in said.items():
        for run in (run for text in texts for run in runs(text)):
            where[run].add(place)
    assert {run: found for run, found in where.items() if len(found) > 1} == {}


def said_by(guide: Guide) -> list[str]:
    return [*guide.gist, *guide.prose.split("\n\n")]


def test_paths_and_shelves_are_written_as_gently() -> None:
    said = [LIBRARY.home.title, LIBRARY.home.lead, LIBRARY.home.note]
    said += [shelf.title for shelf in LIBRARY.home.shelves]
    for path in LIBRARY.paths:
        assert path.room in set(GuideRoom)
        said += [path.title, path.about, path.end]
    for text in said:
        assert text
        assert not NOT_SAID.search(text)
        assert not URGES.search(text)
        assert long_sentences(text) == []


def test_a_path_that_begins_with_doubt_ends_where_nobody_else_can_look() -> None:
    serious = {guide.slug for guide in GUIDES if set(guide.signs) & notes.signs().stops}
    for path in LIBRARY.paths:
        if len(serious & set(path.guides)) > 1:
            assert path.room is GuideRoom.NOTES


def test_the_paths_people_ask_for_are_there() -> None:
    titles = {path.title for path in LIBRARY.paths}
    assert titles >= {
        "I feel unheard",
        "We want to be fair about money",
        "I think I decide too much",
        "Is this still all right?",
    }


def test_the_library_is_read_once() -> None:
    assert library() is library()


TRUST = LIBRARY.guides["trust"]
TEXT = (FOLDER / "guides" / "trust.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("+++\n", "", "between two lines"),
        ("\n+++\n", "\n", "between two lines"),
        ('locale = "en"', "locale = en", "Invalid value"),
        ("version = 1", 'version = "1"', "int"),
        ("version = 1", "version = true", "int"),
        ("version = 1", "version = 1\nmore = 1", "more"),
        ("version = 1", 'version = 1\nslug = "x"', "not for the head"),
        ("version = 1", 'version = 1\nbody = "x"', "not for the head"),
        ("date = 2026-11-30", 'date = "2026-11-30"', "date"),
        ('room = "see"', 'room = "attic"', "room"),
        ("seen = 2026-11-22", "", "expected a year"),
        ("seen = 2026-11-22", "year = 1980\nseen = 2026-11-22", "expected a year"),
        ("(room:see)", "(room:talk)", "expected the last paragraph"),
        ("(guide:thanks)", "(room:attic)", "room:attic leads nowhere"),
        ("(guide:thanks)", "(page:attic)", "page:attic leads nowhere"),
        ("(guide:thanks)", "(https://example.org)", "leads nowhere"),
        ("(guide:thanks)", "(guide:)", "leads nowhere"),
        ('signs = ["', 'signs = ["backed", "', "backed stands twice"),
        ("gist = [", "gist = []\nrest = [", "rest"),
        ('gist = [\n  "', 'gist = [\n  "", "", "", "', "a gist of 3 to 5 points"),
    ],
)
def test_a_damaged_guide_is_named_and_never_half_read(
    old: str, new: str, fault: str
) -> None:
    assert old in TEXT
    with pytest.raises(Unsound, match=f"trust: .*{fault}"):
        guide_file("trust", TEXT.replace(old, new, 1))


@pytest.mark.parametrize("name", ["Trust", "trust_", "", "../trust", "trüst"])
def test_the_name_of_a_guide_is_small_letters(name: str) -> None:
    with pytest.raises(Unsound, match="small letters"):
        guide_file(name, TEXT)


def test_a_guide_without_sources_is_refused() -> None:
    head, _, rest = TEXT.partition("\n[[sources]]")
    body = rest[rest.index("+++") :]
    with pytest.raises(Unsound, match="sources"):
        guide_file("trust", f"{head}{body}")
    with pytest.raises(Unsound, match="at least one source"):
        guide_file("trust", f"{head}sources = []\n{body}")


def test_what_is_read_is_what_was_written() -> None:
    assert guide_file("trust", TEXT) == TRUST
    assert TRUST.date == date(2026, 11, 30)
    assert ("room", "see") in TRUST.links
    assert "room:see" not in TRUST.prose
    assert replace(TRUST, body="word " * 181).minutes == 2


PATHS = LIBRARY.paths
HOME = LIBRARY.home
SHELF = HOME.shelves[0]


def test_a_guide_on_no_shelf_or_on_two_is_refused() -> None:
    with pytest.raises(Unsound, match="kinds: expected a guide and its place"):
        shelved([one for one in GUIDES if one.slug != "kinds"], (), HOME)
    with pytest.raises(Unsound, match="balance: expected a guide and its place"):
        shelved(GUIDES, (), with_first_shelf(SHELF.guides[1:]))
    with pytest.raises(Unsound, match="balance stands twice"):
        shelved(GUIDES, (), with_first_shelf((*SHELF.guides, "balance")))


def with_first_shelf(guides: tuple[str, ...]) -> Home:
    return replace(HOME, shelves=(replace(SHELF, guides=guides), *HOME.shelves[1:]))


def test_a_path_of_the_wrong_length_or_to_nowhere_is_refused() -> None:
    first = PATHS[0]
    for guides in (first.guides[:2], first.guides * 2):
        with pytest.raises(Unsound, match="start: expected 3 to 5 guides"):
            shelved(GUIDES, (replace(first, guides=guides),), HOME)
    with pytest.raises(Unsound, match="there is no guide attic"):
        shelved(GUIDES, (replace(first, guides=(*first.guides, "attic")),), HOME)
    with pytest.raises(Unsound, match="start stands twice"):
        shelved(GUIDES, (first, first), HOME)


@pytest.mark.parametrize("name", ["trust", "attic"])
def test_a_link_to_no_guide_or_to_itself_is_refused(name: str) -> None:
    others = [one for one in GUIDES if one.slug != "trust"]
    body = TRUST.body.replace("(guide:thanks)", f"(guide:{name})")
    with pytest.raises(Unsound, match=f"trust: guide:{name} leads nowhere"):
        shelved([*others, replace(TRUST, body=body)], PATHS, HOME)


def test_damaged_paths_and_shelves_are_named() -> None:
    with pytest.raises(Unsound, match="paths: "):
        paths_file('locale = "en"\n[[paths]]\nid = "one"')
    with pytest.raises(Unsound, match="home: "):
        home_file("title = ")
