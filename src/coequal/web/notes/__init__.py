"""Notes: one address, nothing of which anybody else ever sees."""
