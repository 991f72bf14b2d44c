"""The library without sign-in: the same page for everybody, and nothing is noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from coequal.content.guides import library
from coequal.content.guides_file import Guide, Path
from coequal.web.learn.markdown import ROOMS, html
from coequal.web.learn.search import found

BETWEEN: Final = "_"
NOTHING: Final = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A path, its guides in order, and the address of the room at its end."""

    path: Path
    guides: tuple[Guide, ...]
    room: str


@require_http_methods(["GET", "HEAD", "POST"])
def learn(request: HttpRequest) -> HttpResponse:
    """Show the shelves and the paths, and look for what fits the words that were typed.

    What was typed stands in no address: it comes by a post, and the page after it
    names guides only.
    """
    if request.method == "POST":
        fits = [one.slug for one in found(request.POST.get("words", ""))]
        return redirect("learn:found", BETWEEN.join(fits) or NOTHING)
    return render(request, "learn/learn.html", _shelves())


@require_safe
def fitting(request: HttpRequest, names: str) -> HttpResponse:
    """Show the guides that were found; all of it if nothing was."""
    guides = library().guides
    fits = [guides[name] for name in names.split(BETWEEN) if name in guides]
    return render(
        request, "learn/learn.html", {**_shelves(), "searched": True, "found": fits}
    )


def _shelves() -> dict[str, Any]:
    books = library()
    return {
        "home": books.home,
        "shelves": [
            (shelf, [books.guides[slug] for slug in shelf.guides])
            for shelf in books.home.shelves
        ],
        "ways": books.paths,
    }


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one guide, what it rests on, and the paths that it is on."""
    books = library()
    if slug not in books.guides:
        raise Http404
    shown = books.guides[slug]
    context = {
        "guide": shown,
        "body": mark_safe(html(shown)),  # noqa: S308  it was cleaned by nh3
        "ways": [path for path in books.paths if slug in path.guides],
    }
    return render(request, "learn/guide.html", context)


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
            )
            return render(request, "learn/way.html", {"way": shown})
    raise Http404
