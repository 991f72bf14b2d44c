"""Every page there is, one after the other, as people come by them.

`tour` is that of Alice and Bob, each with a browser; `two_chairs` that of two who
share one, and of somebody alone who tries it as both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.browser import (
    settling,
    story,
)
from tests.browser.walk import Person

Stops = Iterator[tuple[str, Person]]
"""The name of each page, and who has it before them."""


def tour(alice: Person, bob: Person) -> Stops:
    """Yield the pages of two who each have a browser."""
    for stops in by_part(alice, bob).values():
        yield from stops


def by_part(alice: Person, bob: Person) -> Mapping[str, Stops]:
    """Return the parts of the tour by name; each goes on where the one before ended."""
    return {
        "before anybody": without_anybody(alice),
        "answering": answering(alice),
        "keeping": keeping(alice),
        "notes": writing_notes(alice),
        "asking and joining": pairing(alice, bob),
        "looking": looking(alice, bob),
        "the cards and our picture": turning(alice, bob),
        "what we noticed": noticing(alice, bob),
        "deciding": deciding(alice, bob),
        "homes": going_about(alice),
        "what waits": lapsing(alice),
        "account": at_her_account(alice),
        "leaving": leaving_a_pair(alice),
        "coming back": coming_back(alice),
    }


def without_anybody(alice: Person) -> Stops:
    yield "start", alice.go("/")
    yield "help", alice.go("/start-here/")
    yield "promises", alice.go("/who-can-read/")
    yield "learn", alice.go("/learn/")
    alice.go("/learn/").write("What is on your mind?", "he never listens")
    yield "learn-found", alice.press("Find guides")
    alice.go("/learn/").write("What is on your mind?", "qqqqq")
    yield "learn-nothing", alice.press("Find guides")
    yield "guide", alice.go("/learn/being-careful/")
    yield "questions", alice.go("/questions/")
    yield "way", alice.go("/learn/way/ease/")
    yield "nothing-here", alice.go("/nothing-here/")


def answering(alice: Person) -> Stops:
    yield "whom", alice.go("/").press("Start on my own")
    yield "question-say", alice.press("Partners")
    short = f"{alice.sheet}short/"
    alice.press("A lot")
    yield "question-wish", alice.go(f"{short}3/")
    yield "question-who", alice.go(f"{short}4/")
    yield "question-often", alice.go(f"{short}22/")
    yield "question-guess", alice.go(f"{short}30/")
    yield "question-before", alice.go(f"{short}1/")
    story.answer_without_looking(alice, story.ALICE)
    yield "mine", alice
    mine = alice.path
    yield "mine-all", alice.follow("Everything I said")
    yield "how-sure-mine", alice.go(mine).follow("How sure is this?")
    yield "answers", alice.go("/answers/")
    yield "question-more", alice.follow("More areas")
    yield (
        "question-factors",
        alice.go("/answers/").follow("What gives one of you an edge"),
    )
    yield "question-good", alice.go("/answers/").follow("How good it is between you")
    yield "notice", alice.go("/answers/").follow("What I notice").press("Often")
    yield "start-again", alice.go("/")


def keeping(alice: Person) -> Stops:
    mine = alice.go("/answers/").follow("See my picture").path
    yield "keep", alice.go("/keep/")
    yield "keep-errors", alice.write("Passphrase", "short").press("Keep it")
    alice.keep()
    yield "way-back", alice.press("Keep it")
    alice.write("Your passphrase", alice.phrase)
    yield "recovery-code", alice.press("Make a recovery code")
    yield "us-nobody", alice.press("I’ve written it down")
    yield "more-nobody", alice.follow("More people")
    yield "more-errors", alice.press("Get a message to send")
    yield "mine-kept", alice.go(mine)
    yield "account", alice.go("/account/")


def writing_notes(alice: Person) -> Stops:
    yield "notes-lock", alice.follow("Notes")
    alice.write("Passphrase", "not quite")
    yield "notes-lock-error", alice.press("Open Notes")
    yield "notes", alice.write("Passphrase", alice.phrase).press("Open Notes")
    yield "notes-write-error", alice.press("Write", "New note", "Save")
    yield "notes-list", alice.write("Your words", "A long day.").press("Save")
    yield "notes-one", alice.press("A long day.")
    yield "notes-delete", alice.press("Delete")
    yield from _ticking(alice)


def _ticking(alice: Person) -> Stops:
    yield "notes-signs", alice.press("Keep it", "All notes", "Notes", "Signs")
    alice.press("Phones and computers")
    alice.page.get_by_label("Often").first.check()
    alice.page.get_by_label("Sometimes").nth(2).check()
    yield "notes-ticks", alice
    yield "notes-ticked", alice.press("Save and go on", "All signs", "What I ticked")
    alice.press("All signs", "Notes")
    yield "notes-tilts", alice.press("Where one of you has an edge")
    yield "notes-own", alice.press("Notes", "Your own life")
    yield "notes-free", alice.press("With a partner")
    yield (
        "notes-topics",
        alice.press("Your own life", "Notes", "Questions for yourself"),
    )
    yield "notes-topic", alice.press("Is there fear?")
    alice.press("Back without saving", "Notes")
    yield "notes-guide", alice.press("If you saw yourself here")
    alice.press("Close Notes")


def pairing(alice: Person, bob: Person) -> Stops:
    alice.go("/answers/").follow("See my picture")
    yield "share", alice.go(f"{alice.sheet}share/")
    for switch in alice.page.get_by_role("checkbox").all():
        switch.set_checked(checked=True, force=True)
    yield "share-all", alice
    alice.page.reload()
    alice.tick(*story.ALICE_TAPS)
    yield "ask", alice.press("Share these")
    yield "ask-errors", alice.press("Get a message to send")
    alice.call("Bob", own="Alice")
    yield "invited", alice.press("Get a message to send")
    code, place = alice.code(), alice.path
    yield "join", bob.go("/join/")
    bob.write("The code you were given", "1111-1111-1111-1111")
    yield "join-errors", bob.press("See what I’m asked")
    story.read(bob, code)
    yield "asked", bob
    bob.press("Start")
    story.answer_without_looking(bob, story.BOB)
    story.share(bob, *story.BOB_TAPS)
    yield "keep-first", bob
    yield "keep-first-errors", bob.press("Keep them, and go on")
    bob.keep()
    yield "join-her", bob.press("Keep them, and go on")
    yield "join-her-errors", bob.press("Join")
    bob.write("Your own name?", "Bob").press("Join")
    yield "waiting", bob
    yield "here", alice.go(place)


def looking(alice: Person, bob: Person) -> Stops:
    yield "ready", alice.press("Look together")
    place = f"/us/{alice.path.split('/')[2]}/"
    yield "pair", bob.go(place)
    yield "together", bob.go(f"{place}together/")
    bob.press("Look together")
    yield "opened", alice.go(f"{place}look/")
    yield "evening", alice.follow("Another evening")
    yield "evening-error", alice.press("Suggest it")
    alice.write("I suggest", "Friday after supper")
    yield "evening-suggested", alice.press("Suggest it")
    alice.go(f"{place}look/").press("Turn the first card")


def turning(alice: Person, bob: Person) -> Stops:
    for number in (1, 2, 3):
        yield f"card-{number}", bob
        story.turn(bob)
    yield "card-4", bob
    yield "card-4-error", bob.press("Share my step")
    bob.write("My small step", "I ask before I book anything for the two of us.")
    bob.press("Share my step")
    story.turn(alice, 3)
    alice.press("Nothing now").unfold("Say thank you")
    alice.write("A line of thanks, if you like", "Thank you for sitting down with me.")
    yield "card-4-written", alice.press("Say thanks")
    yield "picture", bob.press("See our picture")
    ours = bob.path
    yield "picture-area", bob.follow("Go through it area by area")
    yield "picture-all", bob.go(ours).follow("Everything you both said")
    yield "how-sure", bob.go(ours).follow("How sure is this?")
    bob.follow("Our picture")


def noticing(alice: Person, bob: Person) -> Stops:
    """Let Bob come from our picture; Alice has marked the first card before."""
    yield "board-empty", bob.go(bob.path.replace("picture/", "notice/"))
    place = bob.path
    bob.press("Go to my cards", "Sometimes").follow("What you both noticed")
    yield "board-waiting", bob.press("Share this card")
    yield "board", alice.go(place).press("Share this card")


def deciding(alice: Person, bob: Person) -> Stops:
    """Let the two settle a question."""
    yield "decide-empty", alice.go(f"/us/{alice.path.split('/')[2]}/decide/")
    yield "raise-errors", alice.follow("Ask something").press("Ask it")
    settling.raise_it(alice.follow("Decide"))
    yield (
        "question-taken-back",
        alice.unfold("Take the question back").press("Take the question back"),
    )
    yield "raise-again", alice.follow("Ask it again")
    alice.tick("This is for the two of us to decide")
    yield "question", alice.press("Ask it")
    yield "question-error", alice.unfold("Add an option").press("Add it")
    alice.write("One more option", settling.OPTIONS[2]).press("Add it")
    yield "weigh-error", alice.follow("Rate the options").press("Send my answer")
    alice.follow("Back")
    settling.weigh(alice, "Happy", "Rather not", "Fine", matters="A lot")
    yield "question-weighed", alice
    bob.go(alice.path)
    settling.weigh(
        bob,
        settling.CANNOT,
        "Happy",
        "Fine",
        matters="Very much",
    )
    yield "both-in", bob
    yield "question-decided", bob.press("See both answers")
    bob.unfold("Suggest something else").choose("I suggest", settling.OPTIONS[2])
    yield "question-open", bob.press("Suggest it to Alice")
    yield "proposed", alice.go(alice.path).press("See both answers")
    yield (
        "settled",
        alice.press("Yes, agreed")
        .unfold("Changed your minds?")
        .press("I’d like to undo it"),
    )
    yield "decide", alice.follow("Decide")


def going_about(alice: Person) -> Stops:
    yield "us", alice.follow("Us")
    yield "us-folded", alice.press("Not now")
    yield "pair-all", alice.press("Show it again").follow("Everything")
    yield "more", alice.follow("Us", "More people")
    yield "sheets", alice.go("/whom/").press("Friends").go("/answers/")


def at_her_account(alice: Person) -> Stops:
    for name, page, press in (
        ("passphrase", "A new passphrase", "Set the new passphrase"),
        ("visits", "Where you’re signed in", "Do what I chose"),
        ("copy", "Take a copy", "As a page to read"),
        ("end-account", "Delete my account", "Delete it all"),
    ):
        yield name, alice.follow("Me", page)
        yield f"{name}-errors", alice.press(press)
    yield "days", alice.follow("Me", "My time zone")
    alice.go("/account/visits/").write("Your passphrase", alice.phrase)
    alice.choose("What would you like to do?", "Stay signed in here for 30 days")
    yield "visits-lasting", alice.press("Do what I chose")
    yield "recovery-asked-again", alice.go("/account/code/")
    yield "recovery-asked-again-error", alice.press("Make a")


def lapsing(alice: Person) -> Stops:
    """Send something when the session is over, and find it again."""
    place = alice.go("/us/").follow("Everything").path.split("/")[2]
    yield "our-days", alice.go(f"/us/{place}/days/")
    alice.go(f"/us/{place}/evening/").write("I suggest", "Friday at eight.")
    alice.lapse()
    alice.press("Suggest it").sign_in()
    yield "typed-again", alice
    alice.press("Suggest it")


def leaving_a_pair(alice: Person) -> Stops:
    yield "leave-pair", alice.follow("Me", "You and Bob")
    place = alice.path.removesuffix("leave/")
    yield "leave-pair-resting", alice.press("Pause it")
    yield "leave-pair-errors", alice.press("Close it")
    for way, then in (("At the end of this week", "planned"), ("Now", "closed")):
        alice.page.get_by_label(way).check()
        alice.write("Your passphrase", alice.phrase)
        yield f"leave-pair-{then}", alice.press("Close it")
    yield "our-copy", alice.go(f"{place}copy/")
    yield "our-copy-errors", alice.press("As data")


def coming_back(alice: Person) -> Stops:
    yield "left", alice.press("Leave quickly")
    yield "sign-in", alice.go("/sign-in/")
    alice.write("Name to sign in with", alice.name)
    yield "sign-in-error", alice.write("Passphrase", "something else").press("Sign in")
    yield "recover", alice.go("/come-back/")
    alice.write("Recovery code", "not a code")
    yield "recover-errors", alice.press("Set the new passphrase")


def two_chairs(device: Person) -> Stops:
    """Yield the pages of a shared browser."""
    yield from guessing(device)
    yield from trying(device)


def guessing(device: Person) -> Stops:
    yield "guess", device.go("/guess/")
    device.write("Who has the phone now?", "Alice")
    device.write("And who’s beside you?", "Alice")
    yield "guess-errors", device.press("Deal five cards")
    device.write("And who’s beside you?", "Bob").press("Deal five cards")
    yield "guess-who", device
    tap(device, "own", 0)
    yield "guess-tapped", device
    tap(device, "guess", 0)
    yield "guess-hand-over", device
    tap(device.press("I’m Bob"), "own", 0)
    tap(device, "guess", 0)
    yield "guess-knew", device
    yield "guess-what", device.follow("Next card")
    tap(device, "own", 0)
    tap(device, "guess", 1)
    tap(device.press("I’m Alice"), "own", 0)
    tap(device, "guess", 0)
    yield "guess-tell", device
    device.follow("Next card").press("Skip this one", "I’m Bob")
    yield "guess-closed", device.press("Skip this one")
    for other in ("Alice", "Bob"):
        device.follow("Next card").press("Skip this one", f"I’m {other}")
        device.press("Skip this one")
    yield "guess-end", device.follow("See your picture")
    yield "guess-kept", device.press("Alice", "Bob")
    yield "guess-let-go", device.press("End it, and let it go")


def tap(device: Person, name: str, at: int) -> None:
    """Tap one answer of a card, by its place."""
    device.tap(device.page.locator(f'button[name="{name}"]').nth(at))


def trying(device: Person) -> Stops:
    yield "try", device.go("/try/")
    yield "try-here", device.press("Try it as Alex and Robin")
    yield from _looking_back(device)
    device.go("/try/").follow("Look at their picture from half a year ago")
    yield "try-mine-again", device.follow("Me", "See my picture")
    yield "again", device.follow("Change an answer", "Answer all of it again")
    for _ in range(2):
        device.follow("What to try", "See what").press("Look together", "Switch to")
    device.press("Turn the first card")
    story.turn(device, 3)
    yield "try-picture-again", device.press("See our picture")
    device.follow("Everything you both said")
    yield "later", device.follow("Look again")


def _looking_back(device: Person) -> Stops:
    """Go through what Alex and Robin have decided, from the page of what to try."""
    yield "decide", device.follow("Decide something")
    place = device.path
    yield "diary", device.follow("Already decided")
    device.follow("We said yes to the street party.")
    yield "diary-line-error", device.press("Send my answer")
    device.page.get_by_label("We both did").check()
    yield "diary-line-open", device.press("Send my answer")
    yield "look-back", device.go(f"{place}back/")
    yield "lead-error", device.go(f"{place}lead/").press("Suggest it")
    device.go(place).page.get_by_role("link", name="Where do we spend").click()
    yield (
        "review-error",
        device.follow("Afterwards: how did it go?").press("Send my answer"),
    )
    yield "own-decide-error", device.go("/decide/").press("Write it down")
    device.follow("Rate options for myself")
    yield "own-weigh-error", device.press("Keep it")
