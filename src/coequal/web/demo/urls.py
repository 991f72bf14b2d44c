"""Trying it with two made-up people."""

from __future__ import annotations

from django.urls import path

from coequal.web.demo import views

app_name = "demo"

urlpatterns = [
    path("try/", views.try_it, name="try_it"),
]
