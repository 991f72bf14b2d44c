"""Questions of two, the diary, who takes the lead; and all of it alone."""

from __future__ import annotations

from django.urls import path

from coequal.web.decide import (
    diary_views,
    lead_views,
    look_back,
    review_views,
    solo_views,
    views,
)

app_name = "decide"

urlpatterns = [
    path("decide/", solo_views.decide, name="solo"),
    path("decide/weigh/", solo_views.weigh, name="solo_weigh"),
    path("us/<id:pair_id>/decide/", views.questions, name="questions"),
    path("us/<id:pair_id>/decide/raise/", views.ask, name="raise"),
    path("us/<id:pair_id>/decide/diary/", diary_views.lines, name="diary"),
    path(
        "us/<id:pair_id>/decide/diary/<id:line_id>/",
        diary_views.line,
        name="diary_line",
    ),
    path("us/<id:pair_id>/decide/back/", look_back.back, name="look_back"),
    path("us/<id:pair_id>/decide/lead/", lead_views.lead, name="lead"),
    path(
        "us/<id:pair_id>/decide/<id:question_id>/",
        views.question,
        name="question",
    ),
    path(
        "us/<id:pair_id>/decide/<id:question_id>/review/",
        review_views.review,
        name="review",
    ),
    path("us/<id:pair_id>/decide/<id:question_id>/weigh/", views.weigh, name="weigh"),
]
