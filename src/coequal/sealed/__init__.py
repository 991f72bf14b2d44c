"""The sealing room: keys, boxes, signatures and the byte format of `format.md`.

Only this room touches `nacl`, and it knows neither Django nor the core. What it
reads is opened and checked wholly, or it raises `Unreadable` (not your key, or
not open) or `Unsound` (damaged, moved or rewritten): there is no fall-back.
"""
