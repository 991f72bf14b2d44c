"""What we agreed, line by line."""

from __future__ import annotations

from django.urls import path

from coequal.web.agree import views

app_name = "agree"

PAIR = "us/<id:pair_id>/agreed/"

urlpatterns = [
    path(PAIR, views.agreed, name="agreed"),
    path(f"{PAIR}new/", views.suggest, name="suggest"),
    path(f"{PAIR}new/<slug:name>/", views.suggest, name="begin"),
    path(f"{PAIR}earlier/", views.earlier, name="earlier"),
    path(f"{PAIR}<id:line_id>/", views.one, name="line"),
    path(f"{PAIR}<id:line_id>/new/", views.suggest, name="again"),
]
