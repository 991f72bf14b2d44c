"""Becoming a pair, its pages, and leaving it."""

from __future__ import annotations

from django.urls import path

from coequal.web.pairs import leaving, views

app_name = "pairs"

urlpatterns = [
    path("account/end/", leaving.end, name="end_account"),
    path("us/", views.us, name="us"),
    path("us/invite/", views.invite, name="invite"),
    path("join/", views.join, name="join"),
    path("us/<id:pair_id>/", views.relation, name="pair"),
    path("us/<id:pair_id>/uninvite/", views.uninvite, name="uninvite"),
    path("us/<id:pair_id>/meet/", views.meet, name="meet"),
    path("us/<id:pair_id>/leave/", leaving.leave, name="leave"),
]
