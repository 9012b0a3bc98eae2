"""Wiring: the command line, the session file, and the one door for change."""

__version__ = "0.3.0"
