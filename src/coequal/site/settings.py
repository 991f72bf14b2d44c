"""Settings. Everything that differs between machines comes from the environment."""

from __future__ import annotations

from pathlib import Path

from coequal.site import environment, installation
from coequal.site.database import database
from coequal.site.logs import is_news

HOME = environment.home()
BASE = Path(__file__).resolve().parent.parent

DEBUG = False
ALLOWED_HOSTS = environment.hosts()
HTTPS = environment.behind_https()

COEQUAL_HOME = HOME
COEQUAL_PROXIES = environment.number("COEQUAL_PROXIES")
COEQUAL_HOST_NAME = environment.text("COEQUAL_HOST_NAME")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "coequal.journal",
    "coequal.people",
    "coequal.web",
]
# Headers come before whatever answers by itself, so that static files and errors have
# them too; the session before the errors, whose pages know who is here; and between
# them what looks after a form that finds nobody here, or an error.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "coequal.web.headers.HeadersMiddleware",
    "coequal.web.turned_away.TurnedAwayMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "coequal.web.sessions.SessionMiddleware",
    "coequal.web.drafts.middleware.DraftsMiddleware",
    "coequal.web.errors.ErrorsMiddleware",
]
ROOT_URLCONF = "coequal.site.urls"
WSGI_APPLICATION = "coequal.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "coequal.web.templatetags.said",
                "coequal.web.templatetags.slip",
            ],
            "context_processors": [
                "django.template.context_processors.csrf",
                "django.template.context_processors.request",
                "coequal.web.sessions.visitor",
            ],
        },
    },
]

DATABASES = {"default": database(HOME)}
# Primary keys are random bytes of our own; no table gets a counter.
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE / "locale"]
LANGUAGE_COOKIE_NAME = "l"

CSRF_COOKIE_NAME = "__Host-t" if HTTPS else "t"
# Until the browser is closed: a lasting one would show that somebody was here.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "coequal.web.errors.csrf_failure"
# The proxy in front redirects; at home there is no HTTPS to go to.
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
# Under no-referrer a form says "Origin: null", and CSRF protection refuses it.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
# Room for the heaviest note, of 64,000 bytes, however a browser encodes it. No body
# is longer, and none is read before it says how long it is.
DATA_UPLOAD_MAX_MEMORY_SIZE = 262_144
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

# No bodies, no addresses, no names: the kind of event and nothing else.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bland": {"()": "coequal.site.logs.Bland"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "bland",
            "filters": [is_news],
        },
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # `web/misplaced.py` says it, with the setting to look at.
        "django.security.DisallowedHost": {"level": "CRITICAL", "propagate": False},
        "gunicorn": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}

# Last, as nothing may be written before all of the settings are known to be good.
SECRET_KEY = installation.secret(installation.made(HOME))
