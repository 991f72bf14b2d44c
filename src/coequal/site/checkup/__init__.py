"""Looking at how a machine is set up, before it serves: writing nothing."""
