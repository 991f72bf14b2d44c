"""Thanks for something particular: of two people, and written for oneself."""
