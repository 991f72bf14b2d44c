"""Becoming a pair, its pages, and leaving it."""

from __future__ import annotations

from django.urls import path

from coequal.web.pairs import days, joining, leaving, meeting, views

app_name = "pairs"

urlpatterns = [
    path("account/end/", leaving.end, name="end_account"),
    path("us/", views.us, name="us"),
    path("us/invite/", views.invite, name="invite"),
    path("join/", joining.join, name="join"),
    path("us/<id:pair_id>/", meeting.relation, name="pair"),
    path("us/<id:pair_id>/uninvite/", meeting.uninvite, name="uninvite"),
    path("us/<id:pair_id>/meet/", meeting.meet, name="meet"),
    path("us/<id:pair_id>/days/", days.our_days, name="days"),
    path("us/<id:pair_id>/leave/", leaving.leave, name="leave"),
]
