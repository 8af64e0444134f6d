"""Panes that draw their own lines."""
