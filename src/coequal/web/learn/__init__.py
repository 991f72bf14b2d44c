"""Pages of Learn: the library, its guides and paths. What is read is noted nowhere."""
