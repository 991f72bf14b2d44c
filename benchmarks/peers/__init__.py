"""Other people's pages, measured beside ours in the same run."""
