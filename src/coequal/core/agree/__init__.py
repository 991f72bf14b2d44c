"""Agree: what two people hold to for some weeks, line by line."""
