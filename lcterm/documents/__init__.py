"""State going out: the summary, plain lines, JSON, the clipboard."""
