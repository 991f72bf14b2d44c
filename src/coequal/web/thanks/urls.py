"""Thanks of two, and a letter of thanks for oneself."""

from __future__ import annotations

from django.urls import path

from coequal.web.thanks import letter_views, views

app_name = "thanks"

urlpatterns = [
    path("lines/letter/", letter_views.letter, name="letter"),
    path("us/<id:pair_id>/thanks/", views.thanks, name="thanks"),
]
