"""Review later: what two people write of what they settled, each by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpResponse

from coequal.core.decide.entries import Review
from coequal.core.decide.limits import REVIEW_LONGEST
from coequal.core.decide.rules import check_review, check_sure, yes_of
from coequal.core.people import Pair
from coequal.core.two.said_apart import Apart
from coequal.web.decide import question_views, states
from coequal.web.decide.labels import refusals
from coequal.web.two.forms import TextForm
from coequal.web.two.page import Act, PageOfTwo, PairRequest, Tried
from coequal.web.two.said_apart import SaidApart

REVIEWS: Final = SaidApart(
    kind=Review, name="review", of=lambda review: (review.settled,)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContext:
    """Both reviews, or the field for one's own with what was typed."""

    question_id: str
    text: str
    settled: str
    said: Pair[str] | None
    is_in: bool
    mine: str
    longest: int = REVIEW_LONGEST


def _review(asked: PairRequest, tried: Tried | None) -> ReviewContext | HttpResponse:
    state = question_views.state_or_404(asked)
    if state.in_doubt:
        # There it is said, and what to do.
        return asked.to("decide:question", asked.ids["question_id"])
    yes = yes_of(state)
    if state.settled is None or yes is None:
        raise Http404
    # Of the yes as it was read first: what is missing may be found on the way.
    found = REVIEWS.see(asked.member, yes)
    shows = asked.looked_at({REVIEWS.subject(yes): found.refs})
    mine = found.mine.text if found.mine else ""
    return ReviewContext(
        question_id=states.name(state),
        text=state.question.text,
        settled=state.settled.entry.text,
        said=found.both.map(lambda one: one.text) if found.both and shows else None,
        is_in=found.mine is not None,
        mine=tried.form.data.get("text", "") if tried else mine,
    )


def _found(asked: PairRequest) -> Apart[Review]:
    return REVIEWS.see(asked.member, _yes(asked))


def _yes(asked: PairRequest) -> bytes:
    """Return what names the yes that both would write about."""
    state = question_views.state_or_404(asked)
    check_sure(state)
    yes = yes_of(state)
    if yes is None:
        raise Http404
    return yes


def _put_in(asked: PairRequest, form: TextForm) -> None:
    _found(asked).check_closed()
    review = Review(settled=_yes(asked), text=form.cleaned_data["text"])
    state = question_views.state_or_404(asked)
    REVIEWS.put_in(asked.member, check_review(state, review))


def _withdraw(asked: PairRequest, _form: object) -> None:
    _found(asked).check_closed()
    REVIEWS.withdraw(asked.member, _yes(asked))


review = PageOfTwo(
    template="decide/review.html",
    shows=_review,
    acts={
        "": Act(do=_put_in, form=lambda data, _asked: TextForm(data), repeatable=True),
        "withdraw": Act(do=_withdraw, repeatable=True),
    },
    words=refusals,
    index=states.INDEX,
).as_view()
