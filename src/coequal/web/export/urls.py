"""Taking a copy of what is one's own, and of what two have in common."""

from __future__ import annotations

from django.urls import path

from coequal.web.export import views

app_name = "export"

urlpatterns = [
    path("account/copy/", views.mine, name="mine"),
    path("us/<id:pair_id>/copy/", views.ours, name="ours"),
]
