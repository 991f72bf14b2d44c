"""What rooms of two share: offer and yes, said apart, and reading what two wrote."""
