"""The pages of boundaries: one's own, and those that two have shown each other."""
