"""Our picture: what each said, as fact; then what it may mean, and how sure."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from coequal.content.load import Content
from coequal.core.measured import Estimate
from coequal.core.people import Pair
from coequal.core.see.answers import Answers
from coequal.core.see.picture import Domain, Fact, Picture, picture
from coequal.web.charts import described, gaps, levels
from coequal.web.see import findings_told, wording
from coequal.web.see.wording import SEATS, Pill, Row, Sheet


def context(
    form: Content, answers: Pair[Answers], *, names: Pair[str]
) -> dict[str, Any]:
    """Return what the page of our picture shows; `names` stand for the two."""
    drawn = picture(form.instrument, answers.a, answers.b)
    return {
        "labels": names,
        "facts": findings_told.sentences(form, drawn, names),
        **_gaps(form, drawn, names),
        "areas": [_sheet(form, domain, names) for domain in drawn.domains],
        "absent": [form.instrument.part(part).title for part in drawn.absent],
        "process": [_told(form, fact) for fact in drawn.process],
        "heard": [_told(form, fact) for fact in drawn.heard],
        "good": [_told(form, fact) for fact in drawn.good],
        "limits": [form.limits[limit] for limit in drawn.limits],
    }


def _told(form: Content, fact: Fact) -> dict[str, Any]:
    item = form.instrument.item(fact.id)
    said = fact.said.map(lambda one: _("not said") if one is None else item.label(one))
    return {"question": item.short, "said": said}


def _title(form: Content, domain: Domain) -> str:
    return form.instrument.part(domain.id).title


def _gaps(form: Content, drawn: Picture, names: Pair[str]) -> dict[str, Any]:
    rows = [
        gaps.Row(area=_title(form, domain), said=said)
        for domain in drawn.domains
        if (said := _more(domain)) is not None
    ]
    if not rows:
        return {"gaps": ""}
    ends = names.map(lambda name: _("%(name)s has more say") % {"name": name})
    text = described.gaps(rows=rows, names=names)
    return {
        "gaps": gaps.figure(rows=rows, ends=ends, middle=_("the same"), described=text),
        "gaps_caption": _(
            "Close together: you see it alike. Far apart: you see it differently."
        ),
        "gaps_rows": [
            Row(
                label=row.area,
                cells=[described.more_word(row.said[by], names) for by in SEATS],
            )
            for row in rows
        ],
    }


def _more(domain: Domain) -> Pair[float] | None:
    """How many steps more say seat B has, as each one said; None if one did not."""
    said = domain.said
    numbers = (said.a.a, said.a.b, said.b.a, said.b.b)
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    a_on_a, a_on_b, b_on_a, b_on_b = known
    return Pair(a=float(a_on_b - a_on_a), b=float(b_on_b - b_on_a))


def _sheet(form: Content, domain: Domain, names: Pair[str]) -> Sheet:
    steps = wording.steps(form, domain)
    facts: dict[str, Any] = {
        "said": domain.said,
        "level": domain.level,
        "wish": domain.wish,
        "steps": steps,
    }
    title = _title(form, domain)
    labels = names.map(lambda name: _("%(name)s’s say") % {"name": name})
    text = described.joint(area=title, names=names, **facts)
    return Sheet(
        id=domain.id,
        title=title,
        figure=levels.joint(f"our-{domain.id}", labels=labels, described=text, **facts),
        caption=_caption(domain, names, steps),
        rows=_rows(domain, labels, names, steps),
        word=_word(form, domain, names),
    )


def _caption(domain: Domain, names: Pair[str], steps: list[str]) -> str:
    """Say what was said about each, and what each wishes."""
    sentences = []
    for seat in SEATS:
        told = Pair(a=domain.said.a[seat], b=domain.said.b[seat])
        words = told.map(lambda one: described.step_word(one, steps))
        about = {"name": names[seat], "a": names.a, "b": names.b}
        if told.a == told.b:
            text = _("You both give %(name)s %(step)s.")
            sentences.append(text % {**about, "step": words.a})
        else:
            text = _("For %(name)s, %(a)s says %(first)s and %(b)s says %(second)s.")
            sentences.append(text % {**about, "first": words.a, "second": words.b})
    return " ".join(sentences)


def _rows(
    domain: Domain, labels: Pair[str], names: Pair[str], steps: list[str]
) -> list[Row]:
    rows = [
        Row(
            label=labels[seat],
            cells=[
                described.step_word(domain.said.a[seat], steps),
                described.step_word(domain.said.b[seat], steps),
                described.range_word(domain.level[seat], steps),
                described.wish_word(domain.wish[seat]),
            ],
        )
        for seat in SEATS
    ]
    label = _("How much more say %(a)s has than %(b)s") % {
        "a": names.a,
        "b": names.b,
    }
    rows.append(Row(label=label, cells=["", "", _in_steps(domain.difference), ""]))
    for seat in SEATS:
        text = _("How much more %(name)s sees here than the other does")
        label = text % {"name": names[seat]}
        rows.append(Row(label=label, cells=["", "", _in_steps(domain.gap[seat]), ""]))
    return rows


def _in_steps(estimate: Estimate | None) -> str:
    """An estimate in steps with its 90 % interval, or that it is not known."""
    if estimate is None:
        return _("not known")
    value, low, high = (
        f"{number:.1f}".replace("-", "−")  # noqa: RUF001  a real minus
        for number in (estimate.value, estimate.low, estimate.high)
    )
    text = _("%(value)s steps (%(low)s to %(high)s)")
    return text % {"value": value, "low": low, "high": high}


def _word(form: Content, domain: Domain, names: Pair[str]) -> Pill | None:
    if domain.difference is None:
        return None
    by_more = names if domain.difference.value > 0 else names.mirrored
    text = form.differences[domain.word].format(more=by_more.a, less=by_more.b)
    return Pill(text=text.rstrip("."), sure=domain.word.value)
