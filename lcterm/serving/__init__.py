"""Seats in a browser: a gate, and behind it one program for every screen. Imported only where it is used."""
