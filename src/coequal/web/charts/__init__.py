"""Figures: values in, SVG out.

Every mark says its colour twice: as a presentation attribute in print colours and
as a class that lifts it to the colours of the screen. Seat A is the disc, seat B
the square of equal area, always. Nothing here reads a setting or a request;
`described` alone speaks a language.
"""
