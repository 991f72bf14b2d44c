"""Two people at one device, each with a session, one of whom has it at a time."""
