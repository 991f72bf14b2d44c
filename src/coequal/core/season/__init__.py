"""Three months of two people, as they look back on them. It writes nothing."""
