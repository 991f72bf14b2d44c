"""Agree: the pages of what two people hold to."""
