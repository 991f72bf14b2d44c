"""Take the pictures of the README from a real server: `make screenshots`.

Kim and Sam of `examples/` answer, meet and open; nothing is drawn by hand.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.site.browser import Person  # noqa: E402  after the path
from tests.site.server import served  # noqa: E402  after the path

from coequal.content.load import content  # noqa: E402  after the path
from coequal.core.people import PairType  # noqa: E402  after the path

PICTURES = ROOT / "docs" / "pictures"
CODE = re.compile(r'<p class="code"[^>]*>(.*?)</p>', re.DOTALL)
OPENED = ["home", "money", "free_time", "people", "process"]
PHONE, DESK = (390, 844), (1280, 900)


def main() -> None:
    """Walk the pair and photograph what opens."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
        kim, sam = Person(server.base), Person(server.base)
        _pair(kim, sam)
        for person, name in ((kim, "kim"), (sam, "sam")):
            _answer(person, ROOT / "examples" / f"{name}.json")
        place = _open(kim, sam)
        frames = {
            "strip-1-question": f"{kim.sheet()}short/4/",
            **{
                f"strip-{number + 1}-card": f"{place}cards/{number}/"
                for number in (1, 2, 3)
            },
            "strip-5-picture": f"{place}picture/",
        }
        _photograph(kim, frames, PHONE)
        _photograph(kim, {"our-picture-light": f"{place}picture/"}, DESK)


def _pair(kim: Person, sam: Person) -> None:
    phrase = "four plain words here"
    for person, name in ((kim, "Kim"), (sam, "Sam")):
        person.begin()
        person.get("/keep/")
        person.post(
            "/keep/", name=name, phrase=f"{phrase} {name}", again=f"{phrase} {name}"
        )
    kim.get("/us/")
    kim.post("/us/invite/", label="Sam", own_label="Kim", pair="partners")
    shown = CODE.search(kim.page)
    assert shown is not None
    code = "".join(re.sub(r"<[^>]+>", " ", shown[1]).split())
    sam.get("/join/")
    sam.post("/join/", code=code)
    sam.post("/join/asked/", do="")
    sam.get("/join/keep/")
    asked = re.search(r'name="asked" value="([0-9a-f]+)"', sam.page)
    assert asked is not None
    sam.post("/join/keep/", asked=asked[1], label="Kim", own_label="Sam")


def _answer(person: Person, file: Path) -> None:
    answers = json.loads(file.read_text())["answers"]
    form = content(PairType.PARTNERS).instrument
    given = {one.id: answers.get(one.wording) for one in form.items}
    sheet = person.sheet()
    for number, page in enumerate(form.pages, start=1):
        person.post(f"{sheet}short/{number}/", a=given[page.items[0]])


def _open(kim: Person, sam: Person) -> str:
    for person in (kim, sam):
        sheet = person.sheet()
        person.get(f"{sheet}share/")
        person.post(f"{sheet}share/", part=OPENED)
    kim.get("/us/")
    found = re.search(r'href="(/us/[0-9a-f]{32}/)"', kim.page)
    assert found is not None
    place = found[1]
    kim.get(place)
    who = re.search(r'name="who" value="([^"]*)"', kim.page)
    assert who is not None
    kim.post(f"{place}meet/", who=who[1], zone="")
    sam.get(f"{place}together/")
    sam.post(f"{place}together/")
    for person in (sam, kim):
        person.turn_cards(place)
        assert person.url.endswith("/picture/"), person.url
    return place


def _photograph(person: Person, shots: dict[str, str], size: tuple[int, int]) -> None:
    cookies = [
        {"name": one.name, "value": one.value or "", "url": person.base}
        for handler in person.opener.handlers
        for one in getattr(handler, "cookiejar", ())
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = chromium.new_page(
            viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"
        )
        page.context.add_cookies(cookies)  # type: ignore[arg-type]
        for name, path in shots.items():
            page.goto(f"{person.base}{path}")
            page.screenshot(path=PICTURES / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main()
