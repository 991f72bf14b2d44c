"""Once a month: five taps of one's own, and what of them two people share."""
