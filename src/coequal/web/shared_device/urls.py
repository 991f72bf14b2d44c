"""Two people in one browser."""

from __future__ import annotations

from django.urls import path

from coequal.web.shared_device import views

app_name = "shared_device"

urlpatterns = [
    path("chairs/", views.home, name="home"),
    path("chairs/swap/", views.swap, name="swap"),
]
