"""Thanks: said, kept for later, or written in a letter that nothing sends."""
