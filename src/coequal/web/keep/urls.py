"""Three lines of two people, and what became of them."""

from __future__ import annotations

from django.urls import path

from coequal.web.keep import (
    lines_views,
    own_views,
    past_views,
    remember_views,
)

app_name = "keep"

PAIR = "us/<id:pair_id>/"
LINES = f"{PAIR}lines/"

urlpatterns = [
    path("lines/", own_views.own, name="own"),
    path(LINES, lines_views.lines, name="lines"),
    path(f"{LINES}all/", past_views.all_lines, name="all"),
    path(f"{LINES}month/", past_views.our_month, name="month"),
    path(f"{LINES}month/<int:number>/", past_views.our_month, name="month_then"),
    path(f"{LINES}month/<int:number>/picture/", past_views.picture, name="picture"),
    path(f"{LINES}remember/", remember_views.remember, name="remember"),
]
