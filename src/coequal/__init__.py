"""Coequal: see together who has a say in what, and who carries it."""
