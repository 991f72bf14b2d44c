"""Trying it as both: a made-up pair, told into the journal as real ones write."""
