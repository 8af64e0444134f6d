"""Pure rules of a session: no files, no clock, no screen."""
