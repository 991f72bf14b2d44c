"""What every answer tells the browser: one origin, nothing kept, nothing inline."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class HeadersMiddleware:
    """Set the same headers on every page, whoever asks.

    Static files carry no `no-store`: they are the same for everybody. After a
    form the browser is told to *get* the next page, so that Back never asks to
    send anything again. Forms are read as UTF-8, whatever they say they are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then say how the answer may be used."""
        # Our pages send UTF-8. Other encodings can spell half a character, which
        # nothing can be made of: so what a request says of its own is not asked.
        request.encoding = "utf-8"
        response = self.get_response(request)
        if request.method == "POST" and response.status_code == HTTPStatus.FOUND:
            response.status_code = HTTPStatus.SEE_OTHER
        response["Content-Security-Policy"] = POLICY
        response["Permissions-Policy"] = PERMISSIONS
        response["X-Frame-Options"] = settings.X_FRAME_OPTIONS
        if not request.path.startswith(f"/{settings.STATIC_URL.lstrip('/')}"):
            response["Cache-Control"] = "no-store"
            response["X-Robots-Tag"] = "noindex"
        return response
