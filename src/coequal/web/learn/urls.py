"""The guides."""

from __future__ import annotations

from django.urls import path

from coequal.web.learn import views

app_name = "learn"

urlpatterns = [
    path("learn/", views.learn, name="index"),
    path("questions/", views.asked, name="questions"),
    path("learn/<slug:slug>/", views.guide, name="guide"),
    path("learn/found/<slug:token>/", views.fitting, name="found"),
    path("learn/way/<slug:name>/", views.way, name="path"),
]
