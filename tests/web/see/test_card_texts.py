"""The four cards as they are read: all alike, crossed, not known, skipped, careful.

The words stand here whole, so that whoever changes one reads the evening aloud again.
"""

from __future__ import annotations

from typing import Final

import pytest

from coequal.content.load import content
from coequal.core.people import Pair, PairType
from coequal.core.see.answers import NA, SKIP, Answers, Value, answers_to
from coequal.core.see.instrument import GUESS, ChapterName
from coequal.web.see import cards_context

FORM: Final = content(PairType.PARTNERS)
ASKED: Final = FORM.instrument
NAMES: Final = Pair(a="Maya", b="Tom")
HOME, MONEY, DO_NOT_KNOW = 0, 1, 5
START: Final = "Take 20 minutes for the four cards. No fixing tonight."
BOTH_TRUE: Final = "Both can be true. You could ask: “When did you last notice it?”"
THANKS: Final = (
    "A wish isn’t a complaint. Nobody has to answer it tonight. "
    "One thing to say is: “Thank you for telling me.”"
)
CALM: Final = "Nothing to solve here."
OWN_WAY: Final = "You’ve each told your side. That’s where it starts."
NO_WISH: Final = "There’s no wish on this card, and that’s fine."
STEPS: Final = [
    "Before I answer, I say back what I heard.",
    "Ask each other once this week: how’s this for you?",
]
MORE_AT_HOME: Final = "finishes the sentence (home): “I’d like to be asked before"
GUESSED_HOME: Final = (
    "You both guessed that you see home the same way. "
    "You do: your answers are almost the same."
)
GUESSED_MONEY: Final = (
    "Maya guessed that you see money the same way. "
    "You do: your answers are almost the same."
)
MORE_SAY: Final = (
    "You each think the other has more say at home than they feel they have."
)
A_WISH: Final = "Tom would like more say at home. What would that look like this week?"
OWN_STORY: Final = (
    "Maya guessed that you see home the same way. You each tell your own story of it."
)
HOW_MUCH: Final = (
    "Tom guessed that you see home the same way. "
    "You agree on who decides, but not on how much."
)
NONE: Final = (NO_WISH, THANKS)


def say(*row: int, guess: int = DO_NOT_KNOW, **facts: Value) -> Answers:
    """Say the same everywhere: my say, yours, my wish, and who decides more."""
    given: dict[str, Value] = {
        item: value
        for area in ASKED.areas
        if area.chapter is ChapterName.SHORT
        for item, value in zip(area.open_ids, row, strict=True)
    }
    told = {name.replace("__", "."): value for name, value in facts.items()}
    return answers_to(ASKED, given | told | {GUESS: guess})


def everything(value: Value) -> Answers:
    return answers_to(ASKED, {page.items[0]: value for page in ASKED.pages})


CAREFUL: Final = answers_to(
    ASKED,
    {"home.mine": 2, "home.yours": 2, "home.wish": 0, "home.who": 2, GUESS: HOME},
)
Texts = list[tuple[str, str]]
READ: Final[dict[str, tuple[Answers, Answers, Texts, list[str]]]] = {
    "all alike": (
        say(3, 3, 0, 2, guess=HOME, process__heard=3),
        say(3, 3, 0, 2, guess=HOME, process__heard=3),
        [
            (
                "In all that you both shared, neither of you wants to change anything.",
                START,
            ),
            (
                GUESSED_HOME,
                "You could ask: “How did we get there?”",
            ),
            ("Nobody asks for a change here.", THANKS),
        ],
        ["Tell each other one thing you wouldn’t change: home.", *STEPS],
    ),
    "all alike, and one decides more": (
        say(3, 1, 0, 3, guess=MONEY),
        say(1, 3, 0, 1),
        [
            ("You see every area here almost the same way.", START),
            (
                GUESSED_MONEY,
                "You could ask: “How did we get there?”",
            ),
            ("Nobody asks for a change here.", THANKS),
        ],
        ["Tell each other one thing you wouldn’t change: home.", *STEPS],
    ),
    "all crossed": (
        say(1, 3, 1, 1, guess=HOME),
        say(1, 3, 1, 1, guess=MONEY),
        [
            (OWN_WAY, START),
            ("You each think the other one decides more at home.", BOTH_TRUE),
            (
                "You both want more say at home. What decides it now?",
                THANKS,
            ),
        ],
        [
            f"Each of you {MORE_AT_HOME} ...” The other says it back.",
            "Talk through last week (home): who decided what?",
            STEPS[0],
        ],
    ),
    "nothing applies": (
        everything(NA),
        everything(NA),
        [
            ("You’re both here. That’s a start.", START),
            ("No surprise this time, and that’s fine.", CALM),
            (NO_WISH, THANKS),
        ],
        STEPS,
    ),
    "all skipped": (
        everything(SKIP),
        everything(SKIP),
        [
            ("You’re both here. That’s a start.", START),
            ("No surprise this time, and that’s fine.", CALM),
            (NO_WISH, THANKS),
        ],
        STEPS,
    ),
    "one is careful": (
        CAREFUL,
        say(1, 3, 1, 1, guess=HOME),
        [
            (OWN_WAY, START),
            (
                MORE_SAY,
                BOTH_TRUE,
            ),
            (
                "Tom would like more say at home. What would that look like this week?",
                THANKS,
            ),
        ],
        [f"Tom {MORE_AT_HOME} ...” Maya says it back.", *STEPS],
    ),
    "guessed, and it is not so": (
        say(2, 2, 0, 2, guess=HOME),
        say(2, 3, 0, 1),
        [
            (OWN_WAY, START),
            (
                OWN_STORY,
                BOTH_TRUE,
            ),
            ("Nobody asks for a change here.", THANKS),
        ],
        STEPS,
    ),
    "guessed, and how much is not so": (
        say(2, 2, 0, 2),
        say(4, 4, 0, 2, guess=HOME),
        [
            (
                "In all that you both shared, neither of you wants to change anything.",
                START,
            ),
            (
                HOW_MUCH,
                BOTH_TRUE,
            ),
            ("Nobody asks for a change here.", THANKS),
        ],
        ["Tell each other one thing you wouldn’t change: home.", *STEPS],
    ),
    "guessed, and half of it not said": (
        answers_to(ASKED, {"home.mine": 0, GUESS: HOME}),
        answers_to(ASKED, {"home.yours": 4}),
        [("You’re both here. That’s a start.", START), (OWN_STORY, BOTH_TRUE), NONE],
        STEPS,
    ),
}


@pytest.mark.parametrize("case", READ)
def test_an_evening_reads_warm_and_true(case: str) -> None:
    a, b, texts, steps = READ[case]
    shown = [
        cards_context.shown(FORM, Pair(a=a, b=b), number, names=NAMES)
        for number in (1, 2, 3)
    ]

    assert [(card.heading, card.note) for card in shown] == texts
    assert cards_context.ideas(FORM, Pair(a=a, b=b), names=NAMES) == steps


@pytest.mark.parametrize("case", READ)
def test_exchanging_the_two_mirrors_the_evening(case: str) -> None:
    a, b, *_ = READ[case]
    one, other = (
        [
            cards_context.shown(FORM, answers, number, names=names).heading
            for number in (1, 2, 3)
        ]
        for answers, names in (
            (Pair(a=a, b=b), NAMES),
            (Pair(a=b, b=a), Pair(a=NAMES.b, b=NAMES.a)),
        )
    )

    assert one == other


def test_a_guess_of_what_is_not_open_changes_nothing_on_any_card() -> None:
    a, b = CAREFUL, say(1, 3, 1, 1, guess=DO_NOT_KNOW)
    closed = answers_to(ASKED, {**a.given, GUESS: MONEY})
    for number in (1, 2, 3):
        one, other = (
            cards_context.shown(FORM, Pair(a=hers, b=b), number, names=NAMES)
            for hers in (closed, answers_to(ASKED, {**a.given, GUESS: DO_NOT_KNOW}))
        )
        assert one == other
