"""Addresses: the pages, and what to show when something is wrong."""

from __future__ import annotations

from coequal.web.urls import urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

handler400 = "coequal.web.errors.bad_request"
handler403 = "coequal.web.errors.refused"
handler404 = "coequal.web.errors.not_found"
handler500 = "coequal.web.errors.broken"
