"""The screens of lcterm, one a file."""
