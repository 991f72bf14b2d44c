"""Turning the Markdown of guides into HTML of a few plain elements."""

from __future__ import annotations

from functools import cache
from typing import Final

import nh3
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from coequal.content.guides_file import GuideRoom

ROOMS: Final = {
    GuideRoom.SEE: "see:answers",
    GuideRoom.TALK: "pairs:us",
    GuideRoom.DECIDE: "decide:solo",
    GuideRoom.SHARE: "see:answers",
    GuideRoom.AGREE: "boundaries:mine",
    GuideRoom.KEEP: "keep:own",
    GuideRoom.NOTES: "notes:notes",
    GuideRoom.GUESS: "guess:begin",
}
"""Where each room begins today, by the name of its page: the same for everybody."""

ALLOWED: Final = {"a", "em", "h2", "h3", "li", "ol", "p", "strong", "ul"}

# From nothing, and only what guides use: no HTML, no images, no code.
_markdown: Final = MarkdownIt("zero").enable(
    ["heading", "list", "link", "emphasis", "newline", "escape"]
)


def address(kind: str, name: str) -> str:
    """Return the address of what a link names."""
    match kind:
        case "guide":
            return reverse("learn:guide", args=[name])
        case "room":
            return reverse(ROOMS[GuideRoom(name)])
        case _:
            return reverse(f"home:{name}")


@cache
def html(text: str) -> SafeString:
    """Return Markdown as HTML of a few plain elements, its links as addresses."""
    tokens = _markdown.parse(text)
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                kind, _, name = str(child.attrs["href"]).partition(":")
                child.attrs["href"] = address(kind, name)
    # The guides are our own; cleaning them anyway keeps a slip in one of them from
    # becoming a script on a page.
    rendered = _markdown.renderer.render(tokens, _markdown.options, {})
    clean = nh3.clean(rendered, tags=ALLOWED, attributes={"a": {"href"}}, link_rel=None)
    return mark_safe(clean)  # nosec B308, B703 # noqa: S308
