"""Becoming a pair: inviting, joining by a code, meeting, and leaving it."""
