"""Taps of a month: of two, and one's own."""

from __future__ import annotations

from django.urls import path

from coequal.web.month import own_views, past_views, taps_views

app_name = "month"

MONTH = "us/<id:pair_id>/month/"
OWN = "month/<id:sheet_id>/"

urlpatterns = [
    path(MONTH, taps_views.taps, name="taps"),
    path(f"{MONTH}all/", past_views.past, name="past"),
    path(OWN, own_views.own, name="own"),
]
