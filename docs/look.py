"""Draw one page of components and photograph each, light and dark: `make look`.

The parts are those of the pages themselves; the pair is made up.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, Final

import django
from django.conf import settings
from django.template import Context, Engine
from playwright.sync_api import sync_playwright

from coequal.core.measured import Estimate
from coequal.core.people import Pair, Seat
from coequal.web.charts import described, gaps, levels, split, trend, turns, week

DOCS: Final = Path(__file__).resolve().parent
WEB: Final = DOCS.parent / "src" / "coequal" / "web"
PICTURES: Final = DOCS / "look"
SHEETS: Final = (
    *("tokens", "components", "rows", "forms", "figures", "scenes"),
    *("pages", "cards"),
)
LIBRARIES: Final = {
    "i18n": "django.templatetags.i18n",
    "figures": "coequal.web.templatetags.figures",
    "parts": "coequal.web.templatetags.parts",
}
NAMES: Final = Pair(a="Alex", b="Robin")
STEPS: Final = ("none", "a little", "some", "a lot", "all of it")
OFTEN: Final = (3, 4, 3, 4, 3, None, 4, 4, 5, 4, 4, None, 5, 4, 2, 4, 5, 5, 4, 5)
EVEN: Final = (4, 4, 3, 3, 4, 4, 3, 3, None, 4, 5, 4, 4, 4, 4, 4, 4, None, 5, 4)


def main() -> None:
    """Write `docs/look/PART-SCHEME.png` for every part and both schemes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coequal.site.settings")
    django.setup()
    text = page()
    # Only now: what cannot be drawn takes no picture away.
    PICTURES.mkdir(exist_ok=True)
    for former in PICTURES.glob("*.png"):
        former.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        shown = Path(folder) / "look.html"
        shown.write_text(text, encoding="utf-8")
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        tab = chromium.new_page(
            viewport={"width": 400, "height": 800}, reduced_motion="reduce"
        )
        tab.goto(shown.as_uri())
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for part in tab.locator("[data-shown]").all():
                name = part.get_attribute("data-shown")
                part.screenshot(path=PICTURES / f"{name}-{scheme}.png")
        chromium.close()


def page() -> str:
    """Return the page of components."""
    engine = Engine(
        dirs=[str(DOCS), str(WEB / "templates")],
        libraries=LIBRARIES,
        builtins=settings.TEMPLATES[0]["OPTIONS"]["builtins"],
    )
    styles = [(WEB / "static" / "css" / f"{name}.css").as_uri() for name in SHEETS]
    context = {"styles": styles, "labels": NAMES, **_words(), **_pictures()}
    return engine.get_template("look.html").render(Context(context))


def _words() -> dict[str, Any]:
    choices = [
        {"label": label.capitalize(), "icon": "say", "level": level}
        for level, label in enumerate(STEPS[:3])
    ]
    choices[1]["before"] = True
    return {
        "page": {
            "number": 4,
            "total": 28,
            "where": "Money, 1 of 4",
            "choices": choices,
        },
        "findings": [
            {
                "sentence": "Robin has more say about money.",
                "why": "Both accounts point the same way.",
                "word": {"text": "probably", "sure": "probably"},
            },
            {
                "sentence": "Each of you would like more say over free time.",
                "why": "",
            },
        ],
        "said": Pair(a="“Robin has a lot. I have some.”", b="“Alex has a lot.”"),
        "facts": [
            {"question": "I have the last word", "said": Pair(a="Rarely", b="Often")}
        ],
    }


def _pictures() -> dict[str, Any]:
    return {
        "levels": _levels(),
        "gaps": _gaps(),
        "trend": _trend(),
        "split": _split(),
        "turns": _turns(),
        "week": _week(),
    }


def _levels() -> str:
    facts: dict[str, Any] = {
        "said": Pair(a=Pair(a=1, b=3), b=Pair(a=2, b=3)),
        "level": Pair(
            a=Estimate(value=1.6, low=0.5, high=2.7),
            b=Estimate(value=2.8, low=1.7, high=3.9),
        ),
        "wish": Pair(a=1, b=0),
        "steps": STEPS,
    }
    aloud = described.joint(area="Money", names=NAMES, **facts)
    labels = NAMES.map(lambda name: f"{name}’s say")
    return levels.joint("levels", labels=labels, described=aloud, **facts)


def _gaps() -> str:
    rows = [
        gaps.GapRow(area="Home", said=Pair(a=-1.0, b=-1.0)),
        gaps.GapRow(area="Money", said=Pair(a=2.0, b=1.0)),
        gaps.GapRow(area="Free time", said=Pair(a=2.0, b=-2.0)),
    ]
    ends = NAMES.map(lambda name: f"{name} has more say")
    aloud = described.gaps(rows=rows, names=NAMES)
    return gaps.figure(rows=rows, ends=ends, middle="the same", described=aloud)


def _trend() -> str:
    lanes = Pair(a=_lane(OFTEN, 3.3, 0.06), b=_lane(EVEN, 3.8, 0.01))
    return trend.figure(
        "trend",
        labels=NAMES,
        lanes=lanes,
        scale=("not", "so-so", "very"),
        dates={0: "July", 4: "Aug", 9: "Sept", 14: "Oct"},
        nothing="No check-in yet.",
        described=described.trend(
            what="Being heard",
            lanes=[(NAMES[seat], lanes[seat]) for seat in Seat],
            steps=("never", "hardly", "seldom", "halfway", "often", "mostly", "always"),
        ),
    )


def _lane(said: tuple[int | None, ...], start: float, slope: float) -> trend.Lane:
    middles = (start + slope * at for at in range(len(said)))
    level = [Estimate(value=at, low=at - 0.7, high=at + 0.7) for at in middles]
    return trend.Lane(said=said, level=level)


def _split() -> str:
    parts = [
        split.Slice(name="Noticing it", alone=Pair(a=7, b=4), both=3),
        split.Slice(name="Planning it", alone=Pair(a=6, b=4), both=4),
        split.Slice(name="Doing it", alone=Pair(a=4, b=5), both=5),
    ]
    aloud = described.split(parts=parts, names=NAMES)
    return split.figure("split", parts=parts, nothing="No task yet.", described=aloud)


def _turns() -> str:
    wishes = (Seat.A, None, Seat.B, Seat.B, None, Seat.A, Seat.B)
    months = ("Apr", "May", "May", "Jun", "Jul", "Jul", "Aug")
    shown = [
        turns.Turn(wish=wish, when=when)
        for wish, when in zip(wishes, months, strict=True)
    ]
    aloud = described.turns(turns=shown, names=NAMES)
    return turns.figure(turns=shown, nothing="Nothing decided yet.", described=aloud)


def _week() -> str:
    said = {
        "heard": Pair(a=5, b=4),
        "backed up": Pair(a=4, b=4),
        "a fair load": Pair(a=3, b=5),
        "good to be with": Pair(a=5, b=5),
    }
    posts = [week.Post(label=label, said=both) for label, both in said.items()]
    aloud = described.week(posts=posts, names=NAMES)
    return week.figure(posts=posts, nothing="No check-in yet.", described=aloud)


if __name__ == "__main__":
    main()
