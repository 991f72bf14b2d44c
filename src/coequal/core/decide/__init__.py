"""Decide: the room of "What shall we do?".

Two people weigh options apart; the room says what follows from both ballots, and
over time whose wish it was. It proposes; an outcome needs both.
"""
