"""How it has gone: one's own months, and those of two, drawn and in a sentence."""
