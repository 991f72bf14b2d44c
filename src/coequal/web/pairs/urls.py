"""Becoming a pair, its pages, and leaving it."""

from __future__ import annotations

from django.urls import include, path

from coequal.web.pairs import before, days, inviting, joining, leaving, views

app_name = "pairs"

urlpatterns = [
    path("account/end/", leaving.end, name="end_account"),
    # The homes know every room, which no room does: so they are included by name.
    path("", include("coequal.web.us.urls")),
    path("us/more/", views.more, name="more"),
    path("us/invite/", views.invite, name="invite"),
    path("answers/<id:sheet_id>/invite/", inviting.invite_for, name="invite_for"),
    path("join/", joining.join, name="join"),
    path("join/asked/", joining.asked, name="asked"),
    path("join/keep/", joining.keep_join, name="keep_join"),
    path("us/<id:pair_id>/uninvite/", before.uninvite, name="uninvite"),
    path("us/<id:pair_id>/meet/", before.meet, name="meet"),
    path("us/<id:pair_id>/days/", days.our_days, name="days"),
    path("us/<id:pair_id>/leave/", leaving.leave, name="leave"),
]
