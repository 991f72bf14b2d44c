"""Keeping an account, and coming back to it."""

from __future__ import annotations

from django.urls import path

from coequal.web.account import days, sessions, unsent, views

app_name = "account"

urlpatterns = [
    path("keep/", views.keep, name="keep"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("come-back/", views.recover, name="recover"),
    path("account/", views.account, name="account"),
    path("account/code/", views.recovery, name="recovery"),
    path("account/passphrase/", sessions.passphrase, name="passphrase"),
    path("account/days/", days.own_days, name="days"),
    path("account/unsent/", unsent.unsent, name="unsent"),
    path("account/visits/", sessions.signed_in, name="sessions"),
]
