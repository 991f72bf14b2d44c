"""How it goes, by what people tapped: the usual level, and what clearly moved."""
