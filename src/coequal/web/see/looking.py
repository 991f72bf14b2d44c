"""Looking together: the moment it is open, and our picture."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coequal.web.see import joint, our_picture, own
from coequal.web.see.opening import bond_or_404
from coequal.web.visit import PersonRequest, kept_needed


@require_http_methods(["GET", "HEAD", "POST"])
@kept_needed
def look(request: PersonRequest, iid: str) -> HttpResponse:
    """Take a breath before the picture; the first look pins what is open."""
    bond = bond_or_404(request, iid)
    if not joint.where(bond).open:
        return redirect("open", iid)
    if request.method == "POST":
        joint.pin(request.visit, bond)
        return redirect("picture", iid)
    return render(request, "opened.html", {"label": bond.label, "iid": iid})


@require_safe
@kept_needed
def picture(request: PersonRequest, iid: str) -> HttpResponse:
    """Show our picture: what each said, then what it may mean."""
    bond = bond_or_404(request, iid)
    if not joint.where(bond).open or not joint.pinned(request.visit, bond):
        return redirect("look", iid)
    answers = joint.both(bond, own.instrument())
    context = our_picture.context(own.form(), answers, names=bond.names)
    return render(request, "picture.html", context)
