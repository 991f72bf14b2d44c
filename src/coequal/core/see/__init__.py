"""See: the room of "How is it between us?".

The short form and its answers, what each opens, and the picture drawn from it.
Numbers and ids only; the words that people read are content.
"""
