"""Becoming a pair, its pages, and leaving it."""

from __future__ import annotations

from django.urls import include, path

from coequal.web.pairs import days, joining, leaving, meeting, views

app_name = "pairs"

urlpatterns = [
    path("account/end/", leaving.end, name="end_account"),
    # The homes know every room, which no room does: so they are included by name.
    path("", include("coequal.web.us.urls")),
    path("us/more/", views.more, name="more"),
    path("us/invite/", views.invite, name="invite"),
    path("join/", joining.join, name="join"),
    path("us/<id:pair_id>/uninvite/", meeting.uninvite, name="uninvite"),
    path("us/<id:pair_id>/meet/", meeting.meet, name="meet"),
    path("us/<id:pair_id>/days/", days.our_days, name="days"),
    path("us/<id:pair_id>/leave/", leaving.leave, name="leave"),
]
