"""Keeping at it: three lines of two people, and thanks."""
