"""The worlds that the picture is tried in, and the tables that come of it."""
