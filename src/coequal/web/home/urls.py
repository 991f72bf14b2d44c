"""The pages before anybody has begun, and leaving quickly."""

from __future__ import annotations

from django.urls import path

from coequal.web.home import views
from coequal.web.home.help import help_page

app_name = "home"

urlpatterns = [
    path("", views.start, name="start"),
    path("begin/", views.begin_alone, name="begin_alone"),
    path("forget/", views.forget, name="forget"),
    path("leave/", views.leave, name="leave"),
    path("left/", views.left, name="left"),
    path("start-here/", help_page, name="help"),
    path("who-can-read/", views.guide, {"page": "home/promises.html"}, name="promises"),
]
