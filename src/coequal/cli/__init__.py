"""The command line: files in, words or JSON out."""
