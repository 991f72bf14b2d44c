"""Keeping at it: three lines each on Sunday or after they met, and thanks."""
