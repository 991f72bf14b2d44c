"""Guess me: five light cards, what each says, and what each thinks the other says."""
