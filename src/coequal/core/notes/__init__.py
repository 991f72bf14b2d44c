"""Am I all right? Writing, signs and questions that stay one person's own.

Only the pages of this room may import it: nothing joint ever depends on it.
"""
