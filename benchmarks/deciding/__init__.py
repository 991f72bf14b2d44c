"""Made-up couples who decide again and again, and ways to misuse their rule."""

from __future__ import annotations
