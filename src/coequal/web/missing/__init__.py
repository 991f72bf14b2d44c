"""Where something of two people is missing: what one can do, and going on."""
