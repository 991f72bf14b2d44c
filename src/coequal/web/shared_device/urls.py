"""Two people at one device."""

from __future__ import annotations

from django.urls import path

from coequal.web.shared_device import side_by_side, views

app_name = "shared_device"

urlpatterns = [
    path("chairs/", views.home, name="home"),
    path("chairs/swap/", views.swap, name="swap"),
    path("beside/", side_by_side.beside, name="side_by_side"),
    path("beside/look/", side_by_side.look, name="look"),
    path("beside/keep/", side_by_side.keep, name="keep"),
    path("beside/kept/", side_by_side.kept, name="kept"),
]
