"""A page of Django and nothing else: one template, a table of 20 rows.

Run by `peers.beside`; prints what it costs as JSON.
"""

from __future__ import annotations

import json

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.test import Client
from django.urls import path
from living.clocked import least_ms

ROWS = 20
TEMPLATE = Engine().from_string(
    "<!doctype html><title>Bare</title><h1>Bare</h1><table>"
    "{% for row in rows %}<tr><td>{{ row.number }}</td><td>{{ row.text }}</td></tr>"
    "{% endfor %}</table>"
)


def page(_request: HttpRequest) -> HttpResponse:
    """Return the table."""
    rows = [{"number": one, "text": f"Row {one}"} for one in range(ROWS)]
    return HttpResponse(TEMPLATE.render(Context({"rows": rows})))


urlpatterns = [path("", page)]


def main() -> None:
    """Ask for the page, look at it, then measure it."""
    settings.configure(
        ROOT_URLCONF=__name__,
        SECRET_KEY="bare",
        ALLOWED_HOSTS=["*"],
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    )
    django.setup()
    client = Client()
    response = client.get("/")
    assert response.status_code == 200
    assert response.content.count(b"<tr>") == ROWS
    ms = least_ms(lambda: client.get("/"))
    print(json.dumps({"ms": ms, "size": len(response.content)}))


if __name__ == "__main__":
    main()
