"""The log on disk: TinyDB segments, one writer each, read as a union."""
