"""One's own answers and picture, and what opens for two."""

from __future__ import annotations

from django.urls import path

from coequal.web.see import (
    cards_views,
    consent_views,
    evening_views,
    mine_views,
    picture_views,
    question_views,
    share_views,
    signs_views,
    step_views,
    steps_views,
)

app_name = "see"

urlpatterns = [
    path("whom/", question_views.whom, name="whom"),
    path("answers/", question_views.people, name="answers"),
    path("answers/<id:sheet_id>/", question_views.sheet, name="sheet"),
    path(
        "answers/<id:sheet_id>/<slug:chapter>/<int:number>/",
        question_views.question,
        name="question",
    ),
    path("answers/<id:sheet_id>/again/", question_views.again, name="again"),
    path("answers/<id:sheet_id>/share/", share_views.choose_for, name="choose_for"),
    path("mine/<id:sheet_id>/", mine_views.mine, name="mine"),
    path("mine/<id:sheet_id>/all/", mine_views.mine_all, name="mine_all"),
    path("mine/<id:sheet_id>/how-sure/", mine_views.sure, name="how_sure_mine"),
    path("notice/<id:sheet_id>/", signs_views.notice, name="notice"),
    path("us/<id:pair_id>/answer/", consent_views.answer, name="answer"),
    path("us/<id:pair_id>/choose/", share_views.choose, name="choose"),
    path("us/<id:pair_id>/together/", consent_views.together, name="together"),
    path("us/<id:pair_id>/ready/", consent_views.ready, name="ready"),
    path("us/<id:pair_id>/not-ready/", consent_views.unready, name="unready"),
    path("us/<id:pair_id>/look/", cards_views.look, name="look"),
    path("us/<id:pair_id>/cards/", cards_views.cards, name="cards"),
    path("us/<id:pair_id>/cards/<int:number>/", cards_views.card, name="card"),
    path("us/<id:pair_id>/cards/step/", step_views.step, name="step"),
    path("us/<id:pair_id>/cards/thanks/", step_views.thanks, name="thanks"),
    *(
        path(f"us/<id:pair_id>/picture/{beside}", view, name=name)
        for beside, view, name in (
            ("", picture_views.picture, "picture"),
            ("area/<int:number>/", picture_views.area, "area"),
            ("all/", picture_views.whole, "picture_all"),
            ("how-sure/", picture_views.sure, "how_sure"),
            ("<int:round>/", picture_views.picture_then, "picture_then"),
            ("<int:round>/area/<int:number>/", picture_views.area_then, "area_then"),
            ("<int:round>/all/", picture_views.whole_then, "picture_all_then"),
            ("<int:round>/how-sure/", picture_views.sure_then, "how_sure_then"),
        )
    ),
    path("us/<id:pair_id>/steps/", steps_views.steps, name="steps"),
    path("us/<id:pair_id>/evening/", evening_views.evening, name="evening"),
    path("us/<id:pair_id>/notice/", signs_views.board, name="board"),
]
