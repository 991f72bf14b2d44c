"""A picture as one page that needs nothing else: no request, no script."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from django.conf import settings
from django.template import Context, Engine

from coequal.content.load import Content
from coequal.core.people import Pair
from coequal.core.see.answers import SKIP, Answers
from coequal.web import standalone_html
from coequal.web.context import named
from coequal.web.see import how_sure, our_picture, own_picture

TEMPLATE: Final = "html_page.html"
LIBRARIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "i18n": "django.templatetags.i18n",
        "figures": "coequal.web.templatetags.figures",
    }
)


def page(form: Content, answers: Pair[Answers | None], *, names: Pair[str]) -> str:
    """Return the page of one person's picture, or of two people's.

    Seat B may be empty. The page says what the pages of the site say, looks as
    they do, and asks for nothing from anywhere.
    """
    if not settings.configured:
        # No database and no site: only what templates and words ask for.
        settings.configure(USE_I18N=False)
    context: dict[str, Any] = {
        "language": form.instrument.locale,
        "names": names,
        "alone": answers.b is None,
        **standalone_html.dressed(),
        **_shown(form, answers, names),
    }
    return _engine().get_template(TEMPLATE).render(Context(context))


def _shown(
    form: Content, answers: Pair[Answers | None], names: Pair[str]
) -> dict[str, Any]:
    assert answers.a is not None
    if answers.b is not None:
        both = Pair(a=answers.a, b=answers.b)
        sure = how_sure.of_two(form, both, names=names)
        return {**named(our_picture.context(form, both, names=names)), "sure": sure}
    own, sure = _closed(form, answers.a), how_sure.of_one(form, answers.a)
    return {**named(own_picture.context(form, own, kept=True)), "sure": sure}


def _closed(form: Content, answers: Answers) -> Answers:
    """Return the same answers with nothing left to ask, for a file asks nothing."""
    unasked = dict.fromkeys(form.instrument.by_id, SKIP)
    return Answers(given=MappingProxyType(unasked | dict(answers.given)))


@cache
def _engine() -> Engine:
    folders = (Path(__file__).parent, Path(str(files("coequal.web"))) / "templates")
    return Engine(
        dirs=[str(one) for one in folders],
        libraries=dict(LIBRARIES),
        builtins=[*Engine.default_builtins, "coequal.web.templatetags.said"],
    )
