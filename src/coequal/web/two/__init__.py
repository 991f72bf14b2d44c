"""What the pages of two people share: who may see one, its acts, and their words."""
