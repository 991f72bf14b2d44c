"""An account: keeping what one answered, coming back, sessions, and copies."""
