"""Boundaries: one's own, and those that two have shown each other."""

from __future__ import annotations

from django.urls import path

from coequal.web.boundaries import views

app_name = "boundaries"

OURS = "us/<id:pair_id>/boundaries/"

urlpatterns = [
    path("boundaries/", views.mine, name="mine"),
    path(OURS, views.shown, name="shown"),
    path(f"{OURS}<id:line_id>/", views.show_page, name="show"),
]
