"""The library without sign-in: the same page for everybody, and nothing is noted."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_safe

from coequal.content.guides import library
from coequal.content.guides_file import Guide, Home, Path, Shelf
from coequal.content.questions import CommonQuestion, CommonQuestions, questions
from coequal.errors import CoequalError
from coequal.journal import clock
from coequal.journal.host import host
from coequal.sealed.found import open_found, seal_found
from coequal.web.context import render_context
from coequal.web.learn.labels import LEADS
from coequal.web.learn.markdown import ROOMS, html
from coequal.web.learn.search import found, help_first
from coequal.web.two.forms import LineField


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A path, its guides in order, the address of the room at its end, its button."""

    path: Path
    guides: tuple[Guide, ...]
    room: str
    leads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnContext:
    """The library; after a search, `found` are the guides that fit, if any do.

    `help_first`: what was typed may come from somebody who is afraid.
    """

    home: Home
    shelves: Sequence[tuple[Shelf, Sequence[Guide]]]
    ways: Sequence[Path]
    searched: bool
    found: Sequence[Guide]
    help_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideContext:
    """One guide, its text and what leads on as HTML, and the paths that it is on."""

    guide: Guide
    whole: SafeString
    onward: SafeString
    ways: Sequence[Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayContext:
    """One path."""

    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonQuestionsContext:
    """The questions that people ask most, each with the guides that say more."""

    page: CommonQuestions
    questions: Sequence[tuple[CommonQuestion, Sequence[Guide]]]


class SearchForm(forms.Form):
    """Words to look for."""

    words = LineField()


@require_http_methods(["GET", "HEAD", "POST"])
def learn(request: HttpRequest) -> HttpResponse:
    """Show the shelves and the paths, and look for what fits the words that were typed.

    What was typed stands in no address: it comes by a post. Nor does what was found,
    which stands sealed in the address of the page after it.
    """
    form = SearchForm(request.POST)
    if request.method == "POST" and form.is_valid():
        fits = [one.slug for one in found(form.cleaned_data["words"])]
        sealed = seal_found(host(), fits, now=clock.now())
        token = base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()
        return redirect("learn:found", token)
    return render_context(request, "learn/learn.html", _library())


@require_safe
def fitting(request: HttpRequest, token: str) -> HttpResponse:
    """Show the guides that were found; all of it if nothing was, or after an hour."""
    guides = library().guides
    fits = [guides[name] for name in _opened(token) if name in guides]
    return render_context(request, "learn/learn.html", _library(fits, searched=True))


def _opened(token: str) -> tuple[str, ...]:
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return open_found(host(), sealed, now=clock.now())
    except (ValueError, CoequalError):
        return ()


def _library(fits: Sequence[Guide] = (), *, searched: bool = False) -> LearnContext:
    books = library()
    return LearnContext(
        home=books.home,
        shelves=[
            (shelf, [books.guides[slug] for slug in shelf.guides])
            for shelf in books.home.shelves
        ],
        ways=books.paths,
        searched=searched,
        found=fits,
        help_first=searched and help_first(fits),
    )


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one guide, what it rests on, and the paths that it is on."""
    books = library()
    if slug not in books.guides:
        raise Http404
    shown = books.guides[slug]
    context = GuideContext(
        guide=shown,
        whole=html(shown.whole),
        onward=html(shown.onward),
        ways=[path for path in books.paths if slug in path.guides],
    )
    return render_context(request, "learn/guide.html", context)


@require_safe
def way(request: HttpRequest, name: str) -> HttpResponse:
    """Show one path: its guides in order, and where it ends."""
    books = library()
    for path in books.paths:
        if path.id == name:
            shown = Way(
                path=path,
                guides=tuple(books.guides[slug] for slug in path.guides),
                room=reverse(ROOMS[path.room]),
                leads=str(LEADS[path.room]),
            )
            return render_context(request, "learn/way.html", WayContext(way=shown))
    raise Http404


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Show the questions that people ask most, with short answers."""
    page, books = questions(), library()
    context = CommonQuestionsContext(
        page=page,
        questions=[
            (one, [books.guides[slug] for slug in one.guides]) for one in page.questions
        ],
    )
    return render_context(request, "learn/questions.html", context)
