"""Every kind of entry that is offered, as drawn and as its room reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.core.agree.agreed import LINES, at
from tests.core.decide.entries_said import OPEN, QUESTION, only
from tests.core.two.said import Scene, scenes

from coequal.core.agree.agreements import AgreementStage, agreements
from coequal.core.agree.entries import Agreement
from coequal.core.decide.entries import Lead, Proposal
from coequal.core.decide.leads import leads
from coequal.core.decide.question_state import Written
from coequal.core.people import Seat
from coequal.core.two.offers import Offer, offers

Found = Sequence[Offer[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One kind of entry that is offered, and what stands of it in its room."""

    kind: type
    scenes: st.SearchStrategy[Scene[Any]]
    stands: Callable[[Scene[Any], Seat], Found]


def proposals(scene: Scene[Proposal], seat: Seat) -> Found:
    written = Written(
        questions=[QUESTION],
        votes=OPEN,
        proposals=scene.offered,
        replies=scene.replies,
    )
    return only(written, seat).proposals


def leads_of_now(scene: Scene[Lead], seat: Seat) -> Found:
    found = leads(
        read(scene, seat), now=10, areas={one.entry.area for one in scene.offered}
    )
    return (*found.leading, *found.suggested)


def agreements_of_now(scene: Scene[Agreement], seat: Seat) -> Found:
    states = agreements(read(scene, seat), [], at(10))
    return [one.offer for one in states if one.stage is not AgreementStage.OVER]


OFFERED = [
    Offered(kind=Agreement, scenes=scenes(LINES), stands=agreements_of_now),
    Offered(
        kind=Proposal,
        scenes=scenes(
            st.builds(
                Proposal,
                option=st.integers(-1, 1),
                text=st.sampled_from(["Here", "There", "else"]),
            ),
            about=st.just((QUESTION.ref,)),
        ),
        stands=proposals,
    ),
    Offered(
        kind=Lead,
        scenes=scenes(
            st.builds(
                Lead,
                area=st.sampled_from(["home", "money"]),
                seat=st.sampled_from(Seat),
            )
        ),
        stands=leads_of_now,
    ),
]
every_kind = pytest.mark.parametrize("one", OFFERED, ids=lambda one: one.kind.__name__)


def read(scene: Scene[Any], seat: Seat) -> tuple[Offer[Any], ...]:
    return offers(scene.offered, scene.replies, seat)
