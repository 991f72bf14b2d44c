"""Questions of two, the diary, who takes the lead; and all of it alone."""

from __future__ import annotations

from django.urls import path

from coequal.web.decide import (
    diary_views,
    lead_views,
    list_views,
    look_back,
    question_views,
    review_views,
    solo_views,
    weigh_views,
)

app_name = "decide"

PAIR = "us/<id:pair_id>/decide/"
QUESTION = f"{PAIR}<id:question_id>/"

urlpatterns = [
    path("decide/", solo_views.decide, name="solo"),
    path("decide/weigh/", solo_views.weigh, name="solo_weigh"),
    path(PAIR, list_views.listed, name="questions"),
    path(f"{PAIR}raise/", list_views.raised, name="raise"),
    path(f"{PAIR}diary/", diary_views.listed, name="diary"),
    path(f"{PAIR}diary/<id:line_id>/", diary_views.line, name="diary_line"),
    path(f"{PAIR}back/", look_back.look_back, name="look_back"),
    path(f"{PAIR}lead/", lead_views.lead, name="lead"),
    path(QUESTION, question_views.question, name="question"),
    path(f"{QUESTION}again/", list_views.raised, name="raise_again"),
    path(f"{QUESTION}review/", review_views.review, name="review"),
    path(f"{QUESTION}weigh/", weigh_views.weigh, name="weigh"),
]
