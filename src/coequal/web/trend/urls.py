"""How it has gone: for two, and by oneself."""

from __future__ import annotations

from django.urls import path

from coequal.web.trend import own_views, views

app_name = "trend"

urlpatterns = [
    path("us/<id:pair_id>/month/trend/", views.ours, name="ours"),
    path("month/<id:sheet_id>/trend/", own_views.own, name="own"),
]
