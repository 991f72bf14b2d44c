"""A page of two: what it shows, and the acts that its buttons ask for.

A GET reads everything in one snapshot, without any lock, and writes nothing. A POST
is one act: it is worked out in a snapshot too, and takes the lock of the pair to look
whether that still stands, and to write. It uses up its form, so that a double press
acts once. What could not be done comes back as a page with what was typed; what was
done redirects. What opened shows after the button *look*, which notes in my own space
what I see for the first time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import Any, Final

from django import forms
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.views.decorators.http import require_http_methods, require_POST

from coequal.core.entry import Entry
from coequal.core.people import Pair
from coequal.errors import Refused
from coequal.journal import door as journal
from coequal.people.pairs import OwnPair, PairMember
from coequal.web.confirm import confirmed, marked
from coequal.web.context import render_context
from coequal.web.days import called
from coequal.web.decorators import member_required
from coequal.web.sessions import PersonRequest
from coequal.web.two import first_seen, one_use
from coequal.web.two.access import get_own_pair_or_404, get_pair_or_404
from coequal.web.two.pressed import Pressed
from coequal.web.two.refusals import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRequest:
    """Who asks for which page: the pair as this person has it, and the ids named.

    `unseen` collects what is open on the page and was not looked at yet.
    """

    request: PersonRequest
    member: PairMember
    ids: Mapping[str, str] = field(default_factory=dict)
    unseen: dict[bytes, frozenset[bytes]] = field(default_factory=dict)

    def looked_at(self, opened: Mapping[bytes, frozenset[bytes]]) -> set[bytes]:
        """Return what of this may be shown; the rest waits for the button *look*.

        What is not open yet has no refs. Raises `Unsound` if something is not what I
        saw when I looked.
        """
        unseen = first_seen.new(self.member, opened)
        self.unseen.update(unseen)
        return opened.keys() - unseen.keys()

    def to(self, page: str, *ids: object) -> HttpResponse:
        """Lead to a page of the same two."""
        return redirect(page, self.member.pair_id.hex(), *ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContext:
    """A page that shows what every page of two does, and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What somebody tried and could not do: which act, and the form with its faults."""

    act: str
    form: forms.Form

    @property
    def why(self) -> str:
        """The first fault, for a page that says it above everything."""
        found = (str(one) for errors in self.form.errors.values() for one in errors)
        return next(found, "")

    def typed(self, act: str, name: str) -> str:
        """Return what was typed into a field, if it was sent for this act."""
        return str(self.form.data.get(name, "")) if self.act == act else ""

    def ticked(self, name: str) -> list[str]:
        """Return what was ticked of a field."""
        data = self.form.data
        return data.getlist(name) if isinstance(data, QueryDict) else []


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTwo:
    """What every page of two knows beside its own context.

    `label` is what I call the other, `labels` what stands for each by seat; `unseen`
    whether something opened here that I have not looked at; `days` is the city whose
    days count, empty for universal time; `error` says why something
    could not be done, if it could not.
    """

    pair_id: str
    label: str
    labels: Pair[str]
    closed: bool
    unseen: bool
    days: str
    error: str


class NoFields(forms.Form):
    """A button with nothing to fill in."""


LOOK: Final = "look"
"""The button that shows what opened: every page has it that calls `looked_at`."""
FormOf = Callable[[QueryDict, PairRequest], forms.Form]
Done = HttpResponse | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a button does, and the form that goes with it.

    `do` gets the valid form; it raises `Refused`, or returns a redirect, or None to
    go where the page's `onward` leads. `fields` says beside which field a reason to
    refuse stands; any other stands above the form. `do` may be called again, where
    something came in meanwhile. An `own` act writes in my own
    space only: it locks that one, works after the pair closed (unless the page is
    `until_closed`). One that is `own`, or `repeatable`, comes to the same when it is
    done twice: it leads where the first press did and leaves no trace of the form.
    One that `asks_again` has the passphrase in its form (`Confirm`), and does nothing
    without it; that is asked before the lock, as it takes long.
    """

    do: Callable[[PairRequest, Any], Done]
    form: FormOf = lambda data, _asked: NoFields(data)
    fields: Mapping[Any, str] = field(default_factory=dict)
    own: bool = False
    repeatable: bool = False
    asks_again: bool = False


LOOKS: Final = {LOOK: Act(do=lambda _asked, _form: None)}
"""The one button of a page that does nothing but show what opened."""


def _same_page(asked: PairRequest) -> HttpResponse:
    return redirect(asked.request.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOfTwo:
    """A page of two: a template, what it shows, and what its buttons do.

    `shows` returns the context as a frozen dataclass, or a response in its place.
    `acts` are by the value of the button `do`; "" is that of a form with one button.
    `words` gives what the page says about a refusal, by its reason, and `otherwise`
    about any other; if it is empty, `Refused` is raised and the site's error page
    shows. `reads` are the kinds that it reads whole, `index` is what it looks entries
    up in. `until_closed` has it raise `Closed` after the pair closed; `before_both`
    shows it already while the other has not come; `onward` is where an act leads that
    says no other place.
    """

    template: str
    shows: Callable[[PairRequest, Tried | None], Any]
    acts: Mapping[str, Act] = field(default_factory=dict)
    words: Callable[[], Words] = dict
    otherwise: Promise | str = ""
    reads: tuple[type[Entry], ...] = ()
    index: journal.EntryIndex | None = None
    until_closed: bool = False
    before_both: bool = False
    onward: Callable[[PairRequest], HttpResponse] = _same_page

    def as_view(self) -> Callable[..., HttpResponseBase]:
        """Return the view of this page, for those who may be one of a pair."""
        methods = ["GET", "HEAD", *(["POST"] if self.acts else [])]
        view = require_http_methods(methods)(member_required(partial(_answer, self)))
        asks = any(act.asks_again for act in self.acts.values())
        return marked(view) if asks else view


def leads_on(
    to: Callable[[PairRequest], HttpResponse],
    *,
    act: Act | None = None,
    reads: tuple[type[Entry], ...] = (),
    until_closed: bool = False,
) -> Callable[..., HttpResponseBase]:
    """Return the view of an address that shows nothing: it leads on.

    With an act it is for a button that stands on another page, and takes no link.
    """
    page = PageOfTwo(
        template="",
        shows=lambda asked, _tried: to(asked),
        acts={"": act} if act else {},
        reads=reads,
        until_closed=until_closed,
        onward=to,
    )
    view = page.as_view()
    return require_POST(view) if act else view


def _answer(
    page: PageOfTwo, request: PersonRequest, pair_id: str, **named_ids: str | int
) -> HttpResponse:
    ids = {name: str(one) for name, one in named_ids.items()}
    mine = get_own_pair_or_404(request, pair_id)
    looks = request.method == "POST" and request.POST.get("do") == LOOK
    if request.method == "POST" and not looks:
        return _act(page, request, mine, ids)
    with journal.snapshot():
        asked = _asked(page, request, mine, ids, writable=page.until_closed)
        if not looks:
            return _shown(page, asked)
        page.shows(asked, None)
    # Kept as it lay in the snapshot, in my own space: a pair that closed can be looked
    # at too.
    first_seen.remember(asked.member, asked.unseen)
    asked.member.remember_looked()
    return redirect(request.get_full_path())


def _asked(
    page: PageOfTwo,
    request: PersonRequest,
    mine: OwnPair,
    ids: Mapping[str, str],
    *,
    writable: bool,
) -> PairRequest:
    """Return who asks, with what the page reads whole and looks up."""
    member = get_pair_or_404(
        request,
        mine,
        *page.reads,
        index=page.index,
        writable=writable,
        before_both=page.before_both,
    )
    return PairRequest(request=request, member=member, ids=ids)


def _shown(
    page: PageOfTwo, asked: PairRequest, tried: Tried | None = None
) -> HttpResponse:
    missing = asked.member.reading.sight.missing
    found = missing.found
    context = page.shows(asked, tried)
    if missing.found != found:
        # Something missing was found on the way, after some of it was worked out.
        context = page.shows(asked, tried)
    if isinstance(context, HttpResponse):
        return context
    return rendered(asked, page.template, context, tried)


def rendered(
    asked: PairRequest, template: str, context: Any, tried: Tried | None
) -> HttpResponse:
    """Render a page; one that could not do what was asked for says 422."""
    member = asked.member
    member.note_missing()
    of_two = OfTwo(
        pair_id=member.pair_id.hex(),
        label=member.label,
        labels=member.names,
        closed=member.closed,
        unseen=bool(asked.unseen),
        days=called(member.zone),
        error="" if tried is None else tried.why,
    )
    status = 200 if tried is None else 422
    return render_context(asked.request, template, of_two, context, status=status)


def _act(
    page: PageOfTwo, request: PersonRequest, mine: OwnPair, ids: Mapping[str, str]
) -> HttpResponse:
    name = request.POST.get("do", "")
    act = page.acts.get(name)
    is_own = act is not None and act.own and not page.until_closed
    locks_first = act is None or act.own or act.asks_again
    with journal.snapshot() as looking:
        asked = _asked(page, request, mine, ids, writable=not is_own)
        if locks_first:
            looking.close()
        if act is None:
            return _again(page, asked, None)
        if act.asks_again and not confirmed(request.session, form := _form(act, asked)):
            return _again(page, asked, Tried(act=name, form=form))
        pressed = Pressed(
            form=partial(_form, act, asked), do=partial(_done, act, asked)
        )
        try:
            done = _run(act, asked, pressed.once, looking)
        except Refused as refused:
            done = None
            pressed.say_why(refused, page.words(), page.otherwise, act.fields)
    if pressed.faults is not None:
        return _again(page, asked, Tried(act=name, form=pressed.faults))
    return done or page.onward(asked)


def _run(
    act: Act, asked: PairRequest, once: Callable[[], Done], looking: ExitStack
) -> Done:
    """Do it once, worked out before the lock: in the snapshot that it begins in.

    What writes in my own space, or closes one, has its lock from the beginning.
    """
    member = asked.member
    if not act.own and not act.asks_again:
        return member.reading.act(once, looking)
    with member.own.locked() if act.own else member.reading.locked():
        return once()


def _form(act: Act, asked: PairRequest) -> forms.Form:
    return act.form(asked.request.POST, asked)


def _done(act: Act, asked: PairRequest, form: forms.Form) -> Done:
    """Act once: a form that was used does nothing, where twice is not as once."""
    is_new = act.own or act.repeatable or _use(asked)
    return act.do(asked, form) if is_new else None


def _use(asked: PairRequest) -> bool:
    return one_use.use(asked.request, asked.member.reading)


def _again(page: PageOfTwo, asked: PairRequest, tried: Tried | None) -> HttpResponse:
    """Show the page as it is now, with what was typed: nothing was done."""
    with journal.snapshot():
        asked.member.reading.fetch(*page.reads, index=page.index)
        response = _shown(page, asked, tried)
    if response.status_code == HTTPStatus.OK:
        response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    return response
