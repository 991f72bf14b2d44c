"""Taps of a month: of two, one's own, and how they have gone."""

from __future__ import annotations

from django.urls import path

from coequal.web.month import own_views, past_views, taps_views

app_name = "month"

MONTH = "us/<id:pair_id>/month/"
OWN = "month/<id:sheet_id>/"

urlpatterns = [
    path(MONTH, taps_views.taps, name="taps"),
    path(f"{MONTH}trend/", past_views.trend, name="trend"),
    path(f"{MONTH}all/", past_views.past, name="past"),
    path(OWN, own_views.own, name="own"),
    path(f"{OWN}trend/", own_views.own_trend, name="own_trend"),
]
