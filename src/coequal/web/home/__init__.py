"""The first pages, the page of help, and leaving quickly: the same for everybody."""
