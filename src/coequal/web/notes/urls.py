"""Notes have one address, which tells nothing of what is open."""

from __future__ import annotations

from django.urls import path

from coequal.web.notes import views

app_name = "notes"

urlpatterns = [
    path("notes/", views.notes, name="notes"),
]
