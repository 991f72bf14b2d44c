"""The page of a hundred bills of ihatemoney, through its own test client.

Run by `peers.beside` with the Python that has it; prints what it costs as JSON.
"""

from __future__ import annotations

import json
import tempfile
from importlib import import_module
from typing import Any

from living.clocked import least_ms

BILLS = 100
PROJECT = "flat"


def main() -> None:
    """Let two people keep a hundred bills, look at their page, then measure it."""
    with tempfile.TemporaryDirectory() as folder:
        app = _app(folder)
        client = app.test_client()
        _keep_bills(client)
        # Their forms are protected on the page that is measured.
        app.config["WTF_CSRF_ENABLED"] = True
        page = client.get(f"/{PROJECT}/")
        text = page.get_data(as_text=True)
        assert page.status_code == 200
        assert all(f"Shopping {number}<" in text for number in range(BILLS))
        ms = least_ms(lambda: client.get(f"/{PROJECT}/"))
        print(json.dumps({"ms": ms, "size": len(page.data)}))


def _app(folder: str) -> Any:
    converter = import_module("ihatemoney.currency_convertor").CurrencyConverter
    # There is one currency: nobody's rates are asked for.
    converter.get_rates = lambda self: {self.no_currency: 1.0}

    class Settings:
        SQLALCHEMY_DATABASE_URI = f"sqlite:///{folder}/bills.db"
        SECRET_KEY = "bills"
        SESSION_COOKIE_SECURE = False
        WTF_CSRF_ENABLED = False

    return import_module("ihatemoney.run").create_app(Settings)


def _keep_bills(client: Any) -> None:
    made = {
        "name": PROJECT,
        "id": PROJECT,
        "password": PROJECT,
        "contact_email": "flat@example.org",
        "default_currency": "XXX",
    }
    client.post("/create", data=made)
    for name in ("Alex", "Robin"):
        client.post(f"/{PROJECT}/members/add", data={"name": name})
    for number in range(BILLS):
        bill = {
            "date": f"2026-{number % 12 + 1:02}-10",
            "what": f"Shopping {number}",
            "payer": number % 2 + 1,
            "payed_for": [1, 2],
            "bill_type": "Expense",
            "amount": str(10 + number),
            "original_currency": "XXX",
        }
        client.post(f"/{PROJECT}/add", data=bill)


if __name__ == "__main__":
    main()
