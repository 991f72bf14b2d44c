"""Keeping at it: what the two say of their weeks and months, and what it comes to."""
