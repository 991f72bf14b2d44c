"""A person on a real server: cookies, forms, and nothing else."""

from __future__ import annotations

import re
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

SHEET = re.compile(r"/answers/[0-9a-f]{32}/")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Person:
    """Somebody with cookies of their own."""

    def __init__(self, base: str, agent: str = "test") -> None:
        self.base = base
        self.agent = agent
        self.jar = CookieJar()
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(self.jar))
        self.url = base
        self.page = ""
        self.status = 0

    def get(self, path: str) -> str:
        return self._open(Request(self._at(path), headers={"User-Agent": self.agent}))

    def post(self, path: str, **fields: object) -> str:
        """Send a form from the page that was seen last."""
        token = TOKEN.search(self.page)
        given = {"csrfmiddlewaretoken": token[1] if token else "", **fields}
        data = urlencode(given, doseq=True).encode()
        headers = {"User-Agent": self.agent, "Referer": self.url}
        return self._open(Request(self._at(path), data=data, headers=headers))

    def begin(self) -> None:
        """Begin with a partner in mind."""
        self.get("/")
        self.post("/begin/")
        self.post("/whom/", pair="partners")

    def sheet(self) -> str:
        """Return the address of the only sheet, wherever one is on it."""
        self.get("/answers/")
        found = SHEET.search(self.url)
        assert found is not None, self.url
        return found[0]

    def turn_cards(self, place: str) -> None:
        """Look, and turn all four cards; our picture comes after them."""
        self.get(f"{place}look/")
        # Whose press was the second one has the first card before them already.
        if self.url.endswith("/look/"):
            self.post(f"{place}look/")
        for number in range(1, 5):
            self.post(f"{place}cards/{number}/", do="next")

    def _at(self, path: str) -> str:
        return path if path.startswith("http") else self.base + path

    def _open(self, request: Request) -> str:
        try:
            response = self.opener.open(request, timeout=30)
        except HTTPError as error:
            response = error
        with response:
            self.status = response.status or 0
            self.url = response.url
            self.page = response.read().decode()
        return self.page
