"""SQLite as Django has it, with turns for those who write: Django looks for `base`."""
