"""Boundaries: what is one's own, shown to somebody or not; nobody says yes to it."""
