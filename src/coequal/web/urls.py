"""Every page, by room."""

from __future__ import annotations

from django.urls import path, register_converter

from coequal.web.account import copies
from coequal.web.account import views as account
from coequal.web.account import visits as account_visits
from coequal.web.chairs import beside, trial
from coequal.web.chairs import views as chairs
from coequal.web.decide import alone, already, back, leading, reviewing
from coequal.web.decide import views as decide
from coequal.web.door import views as door
from coequal.web.door.help import help_page
from coequal.web.learn import views as learn
from coequal.web.safe import views as safe
from coequal.web.see import answering, evening, looking, noticing, opening, steps
from coequal.web.us import leaving
from coequal.web.us import views as us


class Id:
    """A random 16-byte id in an address."""

    regex = "[0-9a-f]{32}"

    def to_python(self, value: str) -> str:
        """Ids stay text until a view needs bytes."""
        return value

    def to_url(self, value: str) -> str:
        """And are text already."""
        return value


register_converter(Id, "id")

urlpatterns = [
    path("", door.start, name="start"),
    path("begin/", door.begin_alone, name="begin_alone"),
    path("begin/two/", door.begin_with, name="begin_with"),
    path("forget/", door.forget, name="forget"),
    path("leave/", door.leave, name="leave"),
    path("left/", door.left, name="left"),
    path("start-here/", help_page, name="help"),
    path("learn/", learn.learn, name="learn"),
    path("learn/<slug:slug>/", learn.guide, name="guide"),
    path("learn/found/<slug:names>/", learn.fitting, name="found"),
    path("learn/way/<slug:name>/", learn.way, name="way"),
    path("who-can-read/", door.guide, {"page": "promises.html"}, name="promises"),
    path("try/", trial.try_it, name="try_it"),
    path("chairs/", chairs.chairs, name="chairs"),
    path("chairs/swap/", chairs.swap, name="swap"),
    path("beside/", beside.beside, name="beside"),
    path("beside/look/", beside.look, name="beside_look"),
    path("beside/keep/", beside.keep, name="beside_keep"),
    path("beside/kept/", beside.kept, name="beside_kept"),
    path("whom/", answering.whom, name="whom"),
    path("answers/", answering.sheets, name="answers"),
    path("answers/<id:sid>/", answering.sheet, name="sheet"),
    path(
        "answers/<id:sid>/<slug:chapter>/<int:number>/",
        answering.question,
        name="question",
    ),
    path("answers/<id:sid>/again/", answering.again, name="again"),
    path("mine/<id:sid>/", answering.mine, name="mine"),
    path("notice/<id:sid>/", noticing.notice, name="notice"),
    path("decide/", alone.decide, name="own_decide"),
    path("decide/weigh/", alone.weigh, name="own_weigh"),
    path("notes/", safe.notes, name="notes"),
    path("keep/", account.keep, name="keep"),
    path("sign-in/", account.sign_in, name="sign_in"),
    path("sign-out/", account.sign_out, name="sign_out"),
    path("come-back/", account.recover, name="recover"),
    path("account/", account.account, name="account"),
    path("account/code/", account.recovery, name="recovery"),
    path("account/passphrase/", account_visits.passphrase, name="passphrase"),
    path("account/visits/", account_visits.signed_in, name="visits"),
    path("account/copy/", copies.mine, name="copy"),
    path("account/end/", leaving.end, name="end_account"),
    path("us/", us.us, name="us"),
    path("us/invite/", us.invite, name="invite"),
    path("join/", us.join, name="join"),
    path("us/<id:iid>/", us.relation, name="with"),
    path("us/<id:iid>/uninvite/", us.uninvite, name="uninvite"),
    path("us/<id:iid>/meet/", us.meet, name="meet"),
    path("us/<id:iid>/answer/", opening.answer, name="answer"),
    path("us/<id:iid>/choose/", opening.choose, name="open"),
    path("us/<id:iid>/ready/", opening.ready, name="ready"),
    path("us/<id:iid>/not-ready/", opening.unready, name="unready"),
    path("us/<id:iid>/look/", looking.look, name="look"),
    path("us/<id:iid>/cards/", looking.cards, name="cards"),
    path("us/<id:iid>/cards/<int:number>/", looking.card, name="card"),
    path("us/<id:iid>/cards/step/", steps.step, name="step"),
    path("us/<id:iid>/cards/thanks/", steps.thanks, name="thanks"),
    path("us/<id:iid>/picture/", looking.picture, name="picture"),
    path("us/<id:iid>/picture/<int:number>/", looking.earlier, name="earlier"),
    path("us/<id:iid>/evening/", evening.evening, name="evening"),
    path("us/<id:iid>/notice/", noticing.board, name="board"),
    path("us/<id:iid>/decide/", decide.questions, name="decide"),
    path("us/<id:iid>/decide/raise/", decide.ask, name="raise"),
    path("us/<id:iid>/decide/diary/", already.lines, name="diary"),
    path("us/<id:iid>/decide/diary/<id:lid>/", already.line, name="diary_line"),
    path("us/<id:iid>/decide/back/", back.back, name="back"),
    path("us/<id:iid>/decide/lead/", leading.lead, name="lead"),
    path("us/<id:iid>/decide/<id:qid>/", decide.question, name="question_of_two"),
    path("us/<id:iid>/decide/<id:qid>/review/", reviewing.review, name="review"),
    path("us/<id:iid>/decide/<id:qid>/weigh/", decide.weigh, name="weigh"),
    path("us/<id:iid>/copy/", copies.ours, name="our_copy"),
    path("us/<id:iid>/leave/", leaving.leave, name="leave_pair"),
]
