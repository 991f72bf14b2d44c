"""Guess me, on one phone."""

from __future__ import annotations

from django.urls import path

from coequal.web.guess import end_views, views

app_name = "guess"

urlpatterns = [
    path("guess/", views.begin, name="begin"),
    path("guess/<int:number>/", views.card, name="card"),
    path("guess/end/", end_views.end, name="end"),
    path("guess/picture/", end_views.picture, name="picture"),
    path("guess/stop/", end_views.stop, name="stop"),
]
