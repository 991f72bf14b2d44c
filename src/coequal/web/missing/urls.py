"""What to do where something of two people is missing."""

from __future__ import annotations

from django.urls import path

from coequal.web.missing import views

app_name = "missing"

urlpatterns = [path("us/<id:pair_id>/missing/", views.missing, name="missing")]
