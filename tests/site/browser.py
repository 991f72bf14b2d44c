"""A person on a real server: cookies, forms, and nothing else."""

from __future__ import annotations

import re
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Person:
    """Somebody with cookies of their own."""

    def __init__(self, base: str, agent: str = "test") -> None:
        self.base = base
        self.agent = agent
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))
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
