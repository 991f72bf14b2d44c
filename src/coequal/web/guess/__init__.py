"""Guess me: two people, one phone, five light cards; an hour later it is gone."""
