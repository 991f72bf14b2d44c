"""Once a month: five taps, what both shared of them, and how it has gone."""
