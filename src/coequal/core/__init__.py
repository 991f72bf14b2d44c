"""The pure core: rules and sums, and nothing else.

No Django, no input or output, no clock, no randomness, no settings. What a
function needs is handed to it; what it finds is returned. The same input gives
the same output on every machine, so every rule here can be tested by itself.
"""
