"""The three months of two people: one page, and the picture of it to keep."""

from __future__ import annotations

from django.urls import path

from coequal.web.season import views

app_name = "season"

PAGE = "us/<id:pair_id>/season/"

urlpatterns = [
    path(PAGE, views.season, name="season"),
    path(f"{PAGE}picture/", views.picture, name="picture"),
]
