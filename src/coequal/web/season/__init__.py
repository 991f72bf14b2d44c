"""Our season: three months of two people, read together. It writes nothing."""
