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
SHOTS = {"our-picture-light": ("light", 1280), "our-picture-phone-dark": ("dark", 390)}


def main() -> None:
    """Walk the pair and photograph what opens."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
        kim, sam = Person(server.base), Person(server.base)
        _pair(kim, sam)
        for person, name in ((kim, "kim"), (sam, "sam")):
            _answer(person, ROOT / "examples" / f"{name}.json")
        _open(kim, sam)
        _photograph(kim)


def _pair(kim: Person, sam: Person) -> None:
    phrase = "four plain words here"
    for person, name in ((kim, "Kim"), (sam, "Sam")):
        person.get("/")
        person.post("/begin/")
        person.get("/keep/")
        person.post(
            "/keep/", name=name, phrase=f"{phrase} {name}", again=f"{phrase} {name}"
        )
    kim.get("/us/")
    kim.post("/us/invite/", label="Sam", own_label="Kim")
    place, shown = kim.url, CODE.search(kim.page)
    assert shown is not None
    code = "".join(re.sub(r"<[^>]+>", " ", shown[1]).split())
    sam.get("/join/")
    sam.post("/join/", code=code, label="Kim", own_label="Sam")
    kim.get(place)
    kim.post(f"{place}meet/")


def _answer(person: Person, file: Path) -> None:
    given = json.loads(file.read_text())["answers"]
    form = content(PairType.PARTNERS).instrument
    person.get("/answers/1/")
    for number, page in enumerate(form.pages, start=1):
        if len(page.items) == 1:
            person.post(f"/answers/{number}/", a=given.get(page.items[0], "skip"))
        else:
            areas = [area.id for area in form.areas if given.get(area.matters) == 1]
            person.post(f"/answers/{number}/", a="done", area=areas)


def _open(kim: Person, sam: Person) -> None:
    for person in (kim, sam):
        person.get("/us/")
        place = re.search(r'href="(/us/[0-9a-f]{32}/)"', person.page)
        assert place is not None
        person.get(place[1])
        person.post(person.url, part=OPENED)
    for person in (sam, kim):
        person.get(person.url)
        person.post(person.url)
        assert person.url.endswith("/picture/"), person.url


def _photograph(person: Person) -> None:
    browser = shutil.which("chromium")
    cookies = [
        {"name": one.name, "value": one.value or "", "url": person.base}
        for handler in person.opener.handlers
        for one in getattr(handler, "cookiejar", ())
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser)
        for name, (scheme, width) in SHOTS.items():
            page = chromium.new_page(
                viewport={"width": width, "height": 900},
                color_scheme=scheme,  # type: ignore[arg-type]
                reduced_motion="reduce",
            )
            page.context.add_cookies(cookies)  # type: ignore[arg-type]
            page.goto(person.url)
            page.screenshot(path=PICTURES / f"{name}.png", full_page=width < 500)
        chromium.close()


if __name__ == "__main__":
    main()
