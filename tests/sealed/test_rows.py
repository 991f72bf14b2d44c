from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from coequal.errors import Refused, Unreadable, Unsound
from coequal.sealed import box, curves, rows, verified
from coequal.sealed.entropy import fresh, seeded
from coequal.sealed.hashing import digest, lp
from coequal.sealed.person import SpaceKey, member
from coequal.sealed.rows import Row
from coequal.sealed.tags import Tags

from .vector_cast import (
    A_ALONE,
    BOB,
    EVE,
    HOST,
    IID,
    NOTES,
    OTHER_HOST,
    PAIR,
    A,
    B,
    Entry,
    choosing,
    cuts,
    entry,
    flips,
    life,
    outcome,
    rewritten,
    say,
    swaps,
)

REFUSED = {"Unreadable", "Unsound"}


def three() -> list[Entry]:
    """One row of each audience."""
    return [
        entry("N", "say", say(), by=A_ALONE, space=NOTES),
        entry("B", "say", say(), by=A),
        entry("W", "say", say(), by=A),
    ]


@pytest.fixture(params=["N", "B", "W"])
def one(request: pytest.FixtureRequest) -> Entry:
    return three()["NBW".index(request.param)]


def handmade(
    *,
    audience: str = "B",
    signature: bytes | None = None,
    size: int = 256,
    raw: bytes | None = None,
    body: bytes | None = None,
    more: bytes = b"",
) -> Entry:
    """A row that its author, who has all the keys, made against the rules."""
    honest = entry(audience, "say", say(), by=A)
    row, share = honest.sealed.row, honest.sealed.share
    raw = say().encode() if raw is None else raw
    place = (row.space, b"say", row.audience.encode(), row.author, row.id)
    message = lp(b"coequal2 entry", *place, bytes(16), raw)
    if signature is None:
        signature = curves.sign(A.ed, message)
    if body is None:
        body = bytes(16) + bytes([len(signature)]) + signature + raw
    sealed = box.seal(
        key=digest("row", share, key=PAIR.key),
        aad=lp(b"row", *place),
        plain=box.pad(body, size) + more,
        nonce=bytes(24),
    )
    changed = replace(
        honest.sealed, row=replace(row, sealed=sealed, ref=digest("ref", message))
    )
    return replace(honest, sealed=changed)


def test_what_was_put_in_comes_out(one: Entry) -> None:
    opened = one.read()
    assert opened.payload == say()
    assert opened.ref == one.sealed.ref


def test_the_other_person_reads_it_with_the_pinned_key() -> None:
    written = entry("B", "say", say(), by=B)
    assert written.read().payload == say()


def test_only_the_size_class_can_be_seen(one: Entry) -> None:
    sizes = {"N": 330, "B": 330, "W": 2122}
    assert len(one.sealed.row.sealed) == sizes[one.sealed.row.audience]


def test_longer_rows_take_the_next_size_and_closed_ones_never() -> None:
    longer = say(data={"text": "x" * 200})
    assert len(entry("B", "say", longer, by=A).sealed.row.sealed) == 512 + 74
    assert len(entry("W", "say", longer, by=A).sealed.row.sealed) == 2048 + 74


def test_any_changed_bit_of_the_sealed_bytes_is_refused(one: Entry) -> None:
    row = one.sealed.row
    for sealed in flips(row.sealed):
        with pytest.raises((Unsound, Unreadable)):
            one.read(replace(row, sealed=sealed))


def test_any_cut_is_refused(one: Entry) -> None:
    row = one.sealed.row
    for sealed in [*cuts(row.sealed), row.sealed + b"\0"]:
        with pytest.raises((Unsound, Unreadable)):
            one.read(replace(row, sealed=sealed))


@pytest.mark.parametrize("name", ["id", "space", "author", "kind", "about", "ref"])
def test_any_changed_bit_of_a_column_is_unsound(one: Entry, name: str) -> None:
    row = one.sealed.row
    whole: bytes = getattr(row, name)
    for value in [*flips(whole), *cuts(whole), whole + b"\0"]:
        with pytest.raises(Unsound):
            one.read(replace(row, **{name: value}))


@pytest.mark.parametrize("audience", ["N", "B", "W", "", "n", "X", "BW"])
def test_another_audience_is_unsound(one: Entry, audience: str) -> None:
    row = one.sealed.row
    if audience == row.audience:
        assert one.read(row).payload == say()
        return
    with pytest.raises(Unsound):
        one.read(replace(row, audience=audience))


def test_any_changed_bit_of_the_share_is_unreadable(one: Entry) -> None:
    share = one.sealed.share
    for changed in [*flips(share), *cuts(share), share + b"\0", bytes(32)]:
        with pytest.raises(Unreadable):
            one.read(share=changed)


def test_a_row_is_read_as_its_own_kind_only(one: Entry) -> None:
    with pytest.raises(Unsound):
        replace(one, kind="note").read()


def test_another_space_key_is_unreadable(one: Entry) -> None:
    with pytest.raises(Unreadable):
        replace(one, space=replace(one.space, key=bytes(32))).read()


def test_a_row_moved_to_another_space_is_unsound(one: Entry) -> None:
    elsewhere = replace(one.space, id=bytes(16))
    with pytest.raises(Unsound):
        replace(one, space=elsewhere).read()
    with pytest.raises(Unsound):
        replace(one, space=elsewhere).read(replace(one.sealed.row, space=bytes(16)))


def test_a_row_is_by_the_pinned_author_only(one: Entry) -> None:
    with pytest.raises(Unsound):
        replace(one, by=B).read()


@pytest.mark.parametrize("size", [0, 32, 63, 65])
def test_a_pinned_key_of_another_size_is_unsound(one: Entry, size: int) -> None:
    with pytest.raises(Unsound):
        replace(one, by=replace(one.by, pub=bytes(size))).read()


def test_another_host_does_not_know_the_tags(one: Entry) -> None:
    with pytest.raises(Unsound):
        rows.open_row(
            tags=Tags(host=OTHER_HOST, space=one.space),
            pub=one.by.pub,
            kind=one.kind,
            row=one.sealed.row,
            share=one.sealed.share,
        )


@pytest.mark.parametrize(
    ("audience", "space", "by"),
    [("N", PAIR, A), ("B", NOTES, A_ALONE), ("W", NOTES, A_ALONE), ("X", PAIR, A)],
)
def test_an_audience_has_its_kind_of_space(
    audience: str, space: SpaceKey, by: rows.Member
) -> None:
    with pytest.raises(Unsound):
        entry(audience, "say", say(), by=by, space=space)


def test_a_text_that_is_too_long_is_refused() -> None:
    longest = say(data={"text": "x" * 65_000})
    assert entry("N", "say", longest, by=A_ALONE, space=NOTES).read().payload == longest
    with pytest.raises(Refused):
        entry("B", "say", say(data={"text": "x" * 65_536}), by=A)
    with pytest.raises(Refused):
        entry("W", "say", say(data={"text": "x" * 2_048}), by=A)


class TestByHand:
    """Rows of somebody who has the keys and does not keep the rules."""

    def test_by_the_rules_it_opens(self) -> None:
        assert handmade().read().payload == say()
        assert handmade(audience="W", size=2048).read().payload == say()

    def test_a_closed_row_of_another_size_is_unsound(self) -> None:
        with pytest.raises(Unsound):
            handmade(audience="W").read()

    @pytest.mark.parametrize("size", [512, 1024, 2048])
    def test_a_shared_row_of_a_larger_size_is_unsound(self, size: int) -> None:
        with pytest.raises(Unsound):
            handmade(size=size).read()

    def test_an_unknown_size_is_unsound(self) -> None:
        with pytest.raises(Unsound):
            handmade(more=b"\0").read()

    @pytest.mark.parametrize("audience", ["B", "W"])
    def test_an_unsigned_shared_row_is_unsound(self, audience: str) -> None:
        size = 2048 if audience == "W" else 256
        with pytest.raises(Unsound):
            handmade(audience=audience, signature=b"", size=size).read()

    @pytest.mark.parametrize("signature", [bytes(64), b"\1" * 63, b"\1" * 65])
    def test_a_signature_that_does_not_hold_is_unsound(self, signature: bytes) -> None:
        with pytest.raises(Unsound):
            handmade(signature=signature).read()

    @pytest.mark.parametrize("body", [b"", bytes(16), bytes(17), bytes(80)])
    def test_a_body_that_is_too_short_is_unsound(self, body: bytes) -> None:
        with pytest.raises(Unsound):
            handmade(body=body, size=256).read()

    @pytest.mark.parametrize("raw", [b"", b"{}", b"[" * 300])
    def test_a_payload_that_is_none_is_unsound(self, raw: bytes) -> None:
        size = 512 if len(raw) > 200 else 256
        with pytest.raises(Unsound):
            handmade(raw=raw, size=size).read()

    def test_a_subject_that_is_not_in_the_tag_is_unsound(self) -> None:
        other = say(subject=bytes(32)).encode()
        with pytest.raises(Unsound):
            handmade(raw=other).read()

    @pytest.mark.parametrize("length", [0, 63, 65, 255])
    def test_a_signature_of_another_length_is_unsound(self, length: int) -> None:
        honest = handmade(audience="W", size=2048)
        place = (PAIR.id, b"say", b"W", A.id, honest.sealed.row.id)
        raw = say().encode()
        signature = curves.sign(A.ed, lp(b"coequal2 entry", *place, bytes(16), raw))
        body = bytes(16) + bytes([length]) + signature + raw
        with choosing({"row id": honest.sealed.row.id}):
            bent = handmade(audience="W", size=2048, body=body)
        with pytest.raises(Unsound, match="signed"):
            bent.read()

    @pytest.mark.parametrize("size", [0, 15, 17])
    def test_an_id_of_another_size_is_unsound(self, size: int) -> None:
        with choosing({"row id": bytes(size)}):
            odd = entry("B", "say", say(), by=A)
        with pytest.raises(Unsound):
            odd.read()

    @pytest.mark.parametrize("size", [0, 31, 33])
    def test_a_share_of_another_size_is_unreadable(self, size: int) -> None:
        with choosing({"share": bytes(size)}):
            odd = entry("B", "say", say(), by=A)
        with pytest.raises(Unreadable):
            odd.read()

    def test_a_signed_row_for_oneself_is_unsound(self) -> None:
        honest = entry("N", "say", say(), by=A_ALONE, space=NOTES)
        row, share = honest.sealed.row, honest.sealed.share
        signature = curves.sign(A_ALONE.ed, b"anything")
        sealed = box.seal(
            key=digest("row", share, key=NOTES.key),
            aad=lp(b"row", row.space, b"say", b"N", row.author, row.id),
            plain=box.pad(bytes(16) + b"\x40" + signature, 256),
            nonce=bytes(24),
        )
        with pytest.raises(Unsound):
            honest.read(replace(row, sealed=sealed))

    def test_the_other_person_cannot_write_in_my_name(self) -> None:
        posing = replace(B, id=A.id)
        forged = entry("B", "say", say(), by=posing)
        with pytest.raises(Unsound):
            replace(forged, by=A).read()

    def test_a_stranger_cannot_either(self) -> None:
        forged = entry("B", "say", say(), by=replace(member(EVE, IID), id=A.id))
        with pytest.raises(Unsound):
            replace(forged, by=A).read()


def test_a_yes_does_not_stand_under_a_rewritten_proposal() -> None:
    proposal = entry("B", "proposal", say(data={"line": "I will cook"}), by=A)
    ref = proposal.sealed.ref
    yes = entry("B", "yes", say(subject=ref, answers=(ref,)), by=B)
    other = rewritten(proposal, say(data={"line": "you will cook"}))
    assert other.sealed.row.id == proposal.sealed.row.id
    assert other.read().ref != ref  # lawful by itself: its author signed it
    assert yes.read().payload.answers == (proposal.read().ref,)
    assert other.read().ref not in yes.read().payload.answers


def test_the_same_words_written_twice_have_two_refs() -> None:
    assert entry("B", "say", say(), by=A).sealed.ref != (
        entry("B", "say", say(), by=A).sealed.ref
    )


def test_sealing_the_same_text_anew_keeps_its_ref() -> None:
    with seeded(b"seed"):
        first = entry("B", "say", say(), by=A).sealed
        again = entry("B", "say", say(), by=A).sealed
    assert again == first


class TestTags:
    def test_one_subject_has_another_column_for_each_author(self) -> None:
        about = say().subject
        columns = {
            Tags(host=host, space=PAIR).about(who.id, about)
            for host in (HOST, OTHER_HOST)
            for who in (A, B)
        }
        assert len(columns) == 4

    def test_the_other_column_follows_from_the_inner_tag(self) -> None:
        tags = Tags(host=HOST, space=PAIR)
        theirs = tags.column(B.id, tags.inner("about", say().subject))
        assert theirs == entry("W", "say", say(), by=B).sealed.row.about

    def test_a_kind_is_never_taken_for_a_subject(self) -> None:
        tags = Tags(host=HOST, space=PAIR)
        assert tags.inner("kind", b"say") != tags.inner("about", b"say")
        assert tags.kind(A.id, "say") == (
            entry("B", "say", say(), by=A).sealed.row.kind
        )

    def test_a_tag_is_made_once_for_each_author_kind_and_subject(self) -> None:
        tags, anew = Tags(host=HOST, space=PAIR), Tags(host=HOST, space=PAIR)
        for _ in range(2):
            for who in (A, B):
                assert tags.kind(who.id, "say") == anew.kind(who.id, "say")
                about = say().subject
                assert tags.about(who.id, about) == anew.about(who.id, about)
        assert tags.kind(A.id, "say") is tags.kind(A.id, "say")

    def test_another_space_has_other_tags(self) -> None:
        here, elsewhere = (
            Tags(host=HOST, space=space)
            for space in (PAIR, SpaceKey(id=PAIR.id, key=BOB))
        )
        assert here.inner("kind", b"say") != elsewhere.inner("kind", b"say")


class TestSeededRows:
    def test_each_part_of_the_entry_changes_the_random_ones(self) -> None:
        with seeded(b"seed"):
            made = [
                entry("B", "say", say(), by=A),
                entry("B", "say", say(), by=B),
                entry("W", "say", say(), by=A),
                entry("B", "note", say(), by=A),
                entry("B", "say", say(data={}), by=A),
                entry("B", "say", say(subject=bytes(32)), by=A),
                entry("B", "say", say(), by=A, space=replace(PAIR, id=bytes(16))),
            ]
        assert len({each.sealed.row.id for each in made}) == len(made)
        assert len({each.sealed.share for each in made}) == len(made)
        assert len({each.sealed.row.sealed[2:26] for each in made}) == len(made)

    def test_a_private_act_in_between_shifts_nothing(self) -> None:
        with seeded(b"seed"):
            quiet = entry("B", "say", say(), by=A).sealed
        with seeded(b"seed"):
            entry("N", "note", say(), by=A_ALONE, space=NOTES)
            fresh(16, "anything")
            assert entry("B", "say", say(), by=A).sealed == quiet


class TestRememberedSignatures:
    @pytest.fixture(autouse=True)
    def _forget(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        monkeypatch.setattr(verified, "VERIFIED", verified.Verified(limit=8))
        return iter(())

    def test_a_signature_is_checked_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        checked: list[bytes] = []
        real = curves.verify

        def verify(*, pub: bytes, message: bytes, signature: bytes) -> None:
            checked.append(message)
            real(pub=pub, message=message, signature=signature)

        monkeypatch.setattr(curves, "verify", verify)
        written = entry("B", "say", say(), by=A)
        assert written.read() == written.read()
        assert len(checked) == 1

    def test_a_signature_that_failed_is_not_remembered(self) -> None:
        bad = handmade(signature=b"\1" * 64)
        for _ in range(2):
            with pytest.raises(Unsound):
                bad.read()

    def test_a_known_signature_lends_nothing_to_another_text(self) -> None:
        good = handmade()
        good.read()
        raw = say().encode()
        place = (PAIR.id, b"say", b"B", A.id, good.sealed.row.id)
        message = lp(b"coequal2 entry", *place, bytes(16), raw)
        changed = raw.replace(b'"say":3', b'"say":4')
        borrowed = handmade(signature=curves.sign(A.ed, message), raw=changed)
        with pytest.raises(Unsound):
            borrowed.read()


def test_no_two_rows_of_a_life_can_change_places() -> None:
    lived = life()
    tried = 0
    for one in lived:
        assert one.read().ref == one.sealed.ref
        for two in lived:
            if one is two:
                continue
            for way, calls in swaps(one, two).items():
                for call in calls:
                    tried += 1
                    assert outcome(call) in REFUSED, way
    assert tried > 1000


def test_a_shredded_row_is_opened_by_no_other_share() -> None:
    lived = life()
    for one in lived:
        others = (two.sealed.share for two in lived if two is not one)
        for share in others:
            with pytest.raises(Unreadable):
                one.read(share=share)


def test_columns_show_no_kind_no_subject_and_no_author_of_another_space() -> None:
    lived = life()
    tags = [(each.sealed.row.kind, each.sealed.row.about) for each in lived]
    for each, (kind, about) in zip(lived, tags, strict=True):
        payload = each.read().payload
        assert each.kind.encode() not in kind
        assert payload.subject[:16] != about
    authors = {each.sealed.row.author for each in lived}
    assert len(authors) == 4  # two people, each alone and in the pair


def test_a_row_is_a_plain_value() -> None:
    row = entry("B", "say", say(), by=A).sealed.row
    assert isinstance(row, Row)
    assert {row} == {replace(row)}
