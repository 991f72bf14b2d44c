"""What we agreed, line by line; and boundaries, one's own and those that are shown."""

from __future__ import annotations

from django.urls import path

from coequal.web.agree import boundary_views, views

app_name = "agree"

PAIR = "us/<id:pair_id>/agreed/"

OURS = "us/<id:pair_id>/boundaries/"

urlpatterns = [
    path("boundaries/", boundary_views.mine, name="mine"),
    path(OURS, boundary_views.shown, name="shown"),
    path(f"{OURS}<id:line_id>/", boundary_views.show_page, name="show"),
    path(PAIR, views.agreed, name="agreed"),
    path(f"{PAIR}new/", views.suggest, name="suggest"),
    path(f"{PAIR}new/<slug:name>/", views.suggest, name="begin"),
    path(f"{PAIR}earlier/", views.earlier, name="earlier"),
    path(f"{PAIR}<id:line_id>/", views.one, name="line"),
    path(f"{PAIR}<id:line_id>/new/", views.suggest, name="again"),
]
