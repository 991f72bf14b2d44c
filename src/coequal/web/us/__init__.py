"""The homes: one's own (*Us*), that of a pair, and the people one shares with.

They are composed of what every room declares, so no room has to know another, and
these pages are no room.
"""
