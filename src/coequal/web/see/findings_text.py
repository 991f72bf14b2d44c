"""The findings of a picture as sentences, with what each rests on."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from coequal.content.findings import finding_words
from coequal.content.guides import library
from coequal.content.load import Content
from coequal.core.people import Pair
from coequal.core.see.findings import Finding, best, findings
from coequal.core.see.patterns import Card, Certainty
from coequal.core.see.picture import Picture
from coequal.web.see.wording import Pill, SaidSentence

EACH: Final = 2


def sentences(form: Content, drawn: Picture, names: Pair[str]) -> list[SaidSentence]:
    """Return the best findings, steps left out; wishes lead."""
    words = finding_words()
    found = best(findings(drawn, words.patterns), EACH)
    return [
        SaidSentence(
            sentence=words.sentence(form.instrument, one, names),
            why=_why(one),
            word=pill(form, one),
            guide=next(iter(library().for_finding(one.pattern)), None),
        )
        for one in found
        if one.card is not Card.STEP
    ]


def pill(form: Content, finding: Finding) -> Pill | None:
    """Say how sure it is, where it was worked out; what was said needs no word."""
    if is_fact(finding):
        return None
    return Pill(text=form.words[finding.word], sure=finding.word.value)


def is_fact(finding: Finding) -> bool:
    """Whether it only says again what was said."""
    patterns = finding_words().patterns
    needs = {pattern.id: pattern.needs for pattern in patterns}
    return needs[finding.pattern] is Certainty.FACT


def _why(finding: Finding) -> str:
    return "" if is_fact(finding) else _("Our guess from what was said.")
