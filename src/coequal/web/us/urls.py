"""The homes, which stand among the addresses of pairs (`web/pairs/urls.py`)."""

from __future__ import annotations

from django.urls import path

from coequal.web.us import home, pair

urlpatterns = [
    path("us/", home.home, name="us"),
    path("us/decide/", home.decide, name="decide"),
    path("us/<id:pair_id>/", pair.pair, name="pair"),
]
