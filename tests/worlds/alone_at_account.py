"""What Alice can do by herself with her account: acts as in `tests/worlds/alone.py`."""

from __future__ import annotations

from tests.worlds.alone import (
    One,
    Phase,
    alone,
)

WRONG = "not quite my phrase"


@alone(*Phase)
def changes_her_passphrase_and_back(her: One) -> None:
    for old, new in ((her.person.phrase, WRONG), (WRONG, her.person.phrase)):
        her.do("/account/passphrase/", present=old, phrase=new, again=new)


@alone(*Phase)
def cannot_change_her_passphrase(her: One) -> None:
    words = {"present": WRONG, "phrase": WRONG, "again": WRONG}
    assert her.browser.post("/account/passphrase/", words).status_code == 422


@alone(*Phase)
def ends_her_other_visits(her: One) -> None:
    for _ in range(her.draw.randint(0, 2)):
        her.elsewhere().sign_in()
    found = her.browser.get("/account/visits/").context["others"]
    keys = [one.id for one in found]
    which = her.draw.choice(["all", *keys])
    her.do("/account/visits/", do=which, phrase=her.person.phrase)


@alone(*Phase)
def says_that_this_phone_is_only_hers(her: One) -> None:
    her.do("/account/visits/", do="last", phrase=her.person.phrase)
    if her.draw.random() < 0.5:
        her.do("/account/visits/", do="shorten")


@alone(*Phase)
def nearly_says_that_this_phone_is_only_hers(her: One) -> None:
    words = {"do": "last", "phrase": WRONG}
    assert her.browser.post("/account/visits/", words).status_code == 422


@alone(*Phase)
def takes_a_copy(her: One) -> None:
    path = her.draw.choice(("/account/copy/", f"{her.place}copy/"))
    fields = {"phrase": her.person.phrase, "as": her.draw.choice(("json", "html"))}
    notes = {"notes": "on"} if her.draw.random() < 0.5 else {}
    assert her.browser.post(path, fields | notes).status_code == 200


@alone(*Phase)
def mistypes_at_a_copy(her: One) -> None:
    path = her.draw.choice(("/account/copy/", f"{her.place}copy/"))
    assert her.browser.post(path, {"phrase": WRONG}).status_code == 422


@alone(*Phase)
def nearly_deletes_her_account(her: One) -> None:
    her.browser.get("/account/end/")
    assert her.browser.post("/account/end/", {"phrase": WRONG}).status_code == 422


@alone(*Phase)
def nearly_closes_the_pair(her: One) -> None:
    words = {"way": her.draw.choice(("week", "now")), "phrase": WRONG}
    assert her.browser.post(f"{her.place}leave/", words).status_code == 422


@alone(*Phase)
def chooses_whose_days_count_for_herself(her: One) -> None:
    zones = ("Pacific/Kiritimati", "America/St_Johns", "UTC")
    her.do("/account/days/", zone=her.draw.choice(zones))
