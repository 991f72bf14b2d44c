"""Pages of Decide: raise a question, weigh it apart, look together, settle."""
