"""Every page there is, one after the other, as people come by them.

`tour` is that of Alice and Bob, each with a browser; `two_chairs` that of two who
share one, and of somebody alone who tries it as both.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.browser import deciding, story
from tests.browser.walk import Person


def tour(alice: Person, bob: Person) -> Iterator[tuple[str, Person]]:
    """Yield the name of each page and who has it before them."""
    yield from _without_anybody(alice)
    yield from _answering(alice)
    yield from _keeping(alice)
    yield from _writing_notes(alice)
    yield from _pairing(alice, bob)
    yield from _looking(alice, bob)
    yield from _turning(alice, bob)
    yield from _at_her_account(alice)
    yield from _leaving_a_pair(alice)
    yield from _coming_back(alice)


def _without_anybody(alice: Person) -> Iterator[tuple[str, Person]]:
    for name, path in (
        ("start", "/"),
        ("begin-with", "/begin/two/"),
        ("help", "/start-here/"),
        ("promises", "/who-can-read/"),
        ("learn", "/learn/"),
        ("learn-found", "/learn/found/being-heard_listening/"),
        ("learn-nothing", "/learn/found/none/"),
        ("guide", "/learn/being-careful/"),
        ("way", "/learn/way/ease/"),
        ("nothing-here", "/nothing-here/"),
    ):
        alice.go(path)
        yield name, alice


def _answering(alice: Person) -> Iterator[tuple[str, Person]]:
    alice.go("/")
    alice.press("On my own")
    yield "whom", alice
    alice.press("Partners")
    sheet = alice.sheet
    yield "question-say", alice
    alice.press("A lot")
    alice.go(f"{sheet}short/3/")
    yield "question-wish", alice
    alice.go(f"{sheet}short/16/")
    yield "matters", alice
    alice.press("Continue")
    yield "matters-error", alice
    alice.go(f"{sheet}short/18/")
    yield "question-often", alice
    alice.go(f"{sheet}short/1/")
    yield "question-before", alice
    story.answer_without_looking(alice, story.ALICE)
    yield "mine", alice
    alice.go("/answers/")
    yield "answers", alice
    alice.follow("More areas")
    yield "question-more", alice
    alice.go("/answers/")
    alice.follow("What tips the scales")
    yield "question-factors", alice
    alice.go("/answers/")
    alice.follow("How good it is between you")
    yield "question-good", alice
    alice.go("/answers/")
    alice.follow("What I notice")
    alice.press("Often")
    yield "notice", alice
    alice.go("/")
    yield "start-again", alice


def _keeping(alice: Person) -> Iterator[tuple[str, Person]]:
    alice.go("/answers/")
    alice.follow("See my picture")
    mine = alice.path
    alice.go("/keep/")
    yield "keep", alice
    alice.write("Passphrase", "short")
    alice.press("Keep it")
    yield "keep-errors", alice
    alice.keep()
    alice.press("Keep it")
    yield "way-back", alice
    alice.press("Make a recovery code")
    yield "recovery-code", alice
    alice.press("I have written it down")
    yield "us-nobody", alice
    alice.press("Make a code")
    yield "us-errors", alice
    alice.go(mine)
    yield "mine-kept", alice
    alice.go("/account/")
    yield "account", alice


def _writing_notes(alice: Person) -> Iterator[tuple[str, Person]]:
    alice.follow("Notes")
    yield "notes-lock", alice
    alice.write("Passphrase", "not quite")
    alice.press("Open Notes")
    yield "notes-lock-error", alice
    alice.write("Passphrase", alice.phrase)
    alice.press("Open Notes")
    yield "notes", alice
    alice.press("Write")
    alice.press("New note")
    alice.press("Save")
    yield "notes-write-error", alice
    alice.write("Your words", "A long day.")
    alice.press("Save")
    yield "notes-list", alice
    alice.press("A long day.")
    yield "notes-one", alice
    alice.press("Delete")
    yield "notes-delete", alice
    yield from _ticking(alice)


def _ticking(alice: Person) -> Iterator[tuple[str, Person]]:
    alice.press("Keep it")
    alice.press("All notes")
    alice.press("Notes")
    alice.press("Signs")
    yield "notes-signs", alice
    alice.press("Phones and computers")
    alice.page.get_by_label("Often").first.check()
    alice.page.get_by_label("Sometimes").nth(2).check()
    yield "notes-ticks", alice
    alice.press("Save and go on")
    alice.press("All signs")
    alice.press("What I ticked")
    yield "notes-ticked", alice
    alice.press("All signs")
    alice.press("Notes")
    alice.press("What tilts say here")
    yield "notes-tilts", alice
    alice.press("Notes")
    alice.press("Questions for yourself")
    yield "notes-topics", alice
    alice.press("Is there fear?")
    yield "notes-topic", alice
    alice.press("Back without saving")
    alice.press("Notes")
    alice.press("If you saw yourself here")
    yield "notes-guide", alice
    alice.press("Close Notes")


def _pairing(alice: Person, bob: Person) -> Iterator[tuple[str, Person]]:
    alice.go("/us/")
    code = story.invite(alice, "Bob", own="Alice")
    yield "invited", alice
    alice.follow("Us")
    yield "us-invited", alice
    bob.go("/join/")
    yield "join", bob
    bob.write("The code you were given", "1111-1111-1111-1111")
    bob.press("Join")
    yield "join-errors", bob
    story.join(bob, code, "Alice", own="Bob")
    yield "waiting", bob
    bob.follow("Go and answer")
    bob.press("Partners")
    story.answer_without_looking(bob, story.BOB)
    alice.follow("Us")
    alice.follow("Bob")
    yield "meet", alice
    alice.press("Yes, open our place")


def _looking(alice: Person, bob: Person) -> Iterator[tuple[str, Person]]:
    yield "open", alice
    story.be_ready(alice, *story.PARTS)
    yield "open-error", alice
    story.be_ready(alice, "Being heard")
    yield "ready", alice
    bob.follow("Us")
    bob.follow("Alice")
    story.be_ready(bob, *story.BOB_OPENS)
    yield "opened", bob
    bob.follow("Another evening")
    yield "evening", bob
    bob.press("Suggest it")
    yield "evening-error", bob
    bob.write("I suggest", "Friday after supper")
    bob.press("Suggest it")
    yield "evening-suggested", bob
    alice.follow("Look again")
    alice.press("Look together")
    bob.follow("Back")
    bob.press("Look together")


def _turning(alice: Person, bob: Person) -> Iterator[tuple[str, Person]]:
    for number in (1, 2, 3):
        yield f"card-{number}", bob
        story.turn(bob)
    yield "card-4", bob
    bob.press("Show it to us both")
    yield "card-4-error", bob
    bob.write("My small step", "I ask before I book anything for the two of us.")
    bob.press("Show it to us both")
    story.turn(alice, 3)
    alice.press("Nothing now")
    alice.write("A line of thanks, if you like", "Thank you for sitting down with me.")
    alice.press("Say thanks")
    yield "card-4-written", alice
    bob.press("All of it")
    yield "picture", bob
    yield from _noticing(alice, bob)
    yield from deciding_pages(alice, bob)
    alice.follow("Us")
    yield "us", alice
    alice.go("/whom/")
    alice.press("Friends")
    alice.go("/answers/")
    yield "sheets", alice


def _noticing(alice: Person, bob: Person) -> Iterator[tuple[str, Person]]:
    """Let Bob come from our picture; Alice has marked the first card before."""
    bob.follow("What we notice")
    yield "board-empty", bob
    place = bob.path
    bob.press("Go to my cards")
    bob.press("Sometimes")
    bob.follow("What we notice")
    bob.press("Put it up")
    yield "board-waiting", bob
    alice.go(place)
    alice.press("Put it up")
    yield "board", alice


def deciding_pages(alice: Person, bob: Person) -> Iterator[tuple[str, Person]]:
    """Let the two settle a question; Bob comes from where he can follow to it."""
    alice.go(f"/us/{alice.path.split('/')[2]}/decide/")
    yield "decide-empty", alice
    alice.follow("Raise a question")
    alice.press("Raise it")
    yield "raise-errors", alice
    alice.follow("Decide")
    deciding.raise_it(alice)
    yield "question", alice
    alice.press("Add it")
    yield "question-error", alice
    alice.write("One more option", deciding.OPTIONS[2])
    alice.press("Add it")
    alice.follow("Weigh it")
    alice.press("Put it in")
    yield "weigh-error", alice
    alice.follow("Back")
    deciding.weigh(alice, "Gladly", "Rather not", "It would do", matters="Much")
    yield "question-weighed", alice
    bob.go(alice.path)
    deciding.weigh(
        bob, "I cannot live with this", "Gladly", "It would do", matters="Very much"
    )
    yield "both-in", bob
    bob.press("Look together")
    bob.choose("I propose", deciding.OPTIONS[2])
    bob.press("Propose it")
    yield "question-open", bob
    alice.go(alice.path)
    alice.press("Look together")
    yield "proposed", alice
    alice.press("Yes, to these words")
    alice.press("I would undo it")
    yield "settled", alice
    alice.follow("Decide")
    yield "decide", alice


def _at_her_account(alice: Person) -> Iterator[tuple[str, Person]]:
    for name, page, press in (
        ("passphrase", "A new passphrase", "Set the new passphrase"),
        ("visits", "Where you are signed in", "Stay signed in for 30 days"),
        ("copy", "Take a copy", "As a page to read"),
        ("end-account", "Delete my account", "Delete it all"),
    ):
        alice.follow("Account")
        alice.follow(page)
        yield name, alice
        alice.press(press)
        yield f"{name}-errors", alice
    alice.go("/account/visits/")
    alice.write("Your passphrase", alice.phrase)
    alice.press("Stay signed in for 30 days")
    yield "visits-lasting", alice
    alice.go("/account/code/")
    yield "recovery-asked-again", alice
    alice.press("Make a recovery code")
    yield "recovery-asked-again-error", alice


def _leaving_a_pair(alice: Person) -> Iterator[tuple[str, Person]]:
    alice.follow("Account")
    alice.follow("You and Bob")
    yield "leave-pair", alice
    place = alice.path.removesuffix("leave/")
    alice.press("Let it rest")
    yield "leave-pair-resting", alice
    alice.press("Close it")
    yield "leave-pair-errors", alice
    for way, then in (("At the end of this week", "planned"), ("Now", "closed")):
        alice.page.get_by_label(way).check()
        alice.write("Your passphrase", alice.phrase)
        alice.press("Close it")
        yield f"leave-pair-{then}", alice
    alice.go(f"{place}copy/")
    yield "our-copy", alice
    alice.press("As data")
    yield "our-copy-errors", alice


def _coming_back(alice: Person) -> Iterator[tuple[str, Person]]:
    alice.press("Leave quickly")
    yield "left", alice
    alice.go("/sign-in/")
    yield "sign-in", alice
    alice.write("Name to sign in with", alice.name)
    alice.write("Passphrase", "something else")
    alice.press("Sign in")
    yield "sign-in-error", alice
    alice.go("/come-back/")
    yield "recover", alice
    alice.write("Recovery code", "not a code")
    alice.press("Set the new passphrase")
    yield "recover-errors", alice


def two_chairs(device: Person) -> Iterator[tuple[str, Person]]:
    """Yield the name of each page of a shared browser."""
    yield from _side_by_side(device)
    yield from _keeping_both(device)
    yield from _trying(device)


def _side_by_side(device: Person) -> Iterator[tuple[str, Person]]:
    device.go("/beside/")
    device.press("We both want to")
    yield "beside", device
    device.write("Who answers first?", "Alice")
    device.write("And who then?", "Bob")
    device.press("We both want to")
    yield "hand-over-first", device
    device.follow("I am Alice. Go on")
    story.answer_without_looking(device, {})
    device.press("I am Bob. Go on")
    story.answer_without_looking(device, {})
    yield "beside-in", device
    device.press("Open it for us both")
    device.follow("Hand over, keep or close")
    yield "beside-open", device


def _keeping_both(device: Person) -> Iterator[tuple[str, Person]]:
    device.follow("Keep it, both of us")
    yield "beside-keep", device
    for name, last in (("Bob, side by side", False), ("Alice, side by side", True)):
        device.name = name
        device.keep()
        device.press("Keep my side")
        yield "beside-kept" if last else "beside-other", device
        if not last:
            device.press("I am Alice. Go on")
    device.follow("Sign in")
    device.sign_in()
    device.go("/beside/")
    yield "chairs-later", device
    device.press("Sign out")


def _trying(device: Person) -> Iterator[tuple[str, Person]]:
    device.go("/try/")
    yield "try", device
    device.press("Try it as Alex and Robin")
    yield "try-here", device
    yield from _looking_back(device)
    device.go("/try/")
    device.follow("Look at their picture of half a year ago")
    device.follow("Answers")
    device.follow("See my picture")
    yield "try-mine-again", device
    device.follow("Change an answer")
    device.follow("Answer all of it again")
    yield "again", device
    for _ in range(2):
        device.follow("What to try")
        device.follow("Choose what")
        story.tick_all_but_one(device)
        device.press("Ready to look")
        device.press("Sit in")
    device.follow("Us")
    device.follow("Robin")
    device.press("Look together")
    story.turn(device, 3)
    device.press("All of it")
    yield "try-picture-again", device
    device.follow("Look again some months later")
    yield "later", device


def _looking_back(device: Person) -> Iterator[tuple[str, Person]]:
    """Go through what Alex and Robin have decided, from the page of what to try."""
    device.follow("Decide something")
    yield "decide", device
    place = device.path
    device.follow("Already decided")
    yield "diary", device
    device.follow("We said yes to the street party.")
    device.press("Put it in")
    yield "diary-line-error", device
    device.page.get_by_label("We both did").check()
    device.press("Put it in")
    yield "diary-line-open", device
    device.go(f"{place}back/")
    yield "look-back", device
    device.go(f"{place}lead/")
    device.press("Suggest it")
    yield "lead-error", device
    device.go(place)
    device.page.get_by_role("link", name="Where do we spend").click()
    device.follow("How did it go?")
    device.press("Put it in")
    yield "review-error", device
    device.go("/decide/")
    device.press("Write it down")
    yield "own-decide-error", device
    device.follow("Weigh options for myself")
    device.press("Keep it")
    yield "own-weigh-error", device
