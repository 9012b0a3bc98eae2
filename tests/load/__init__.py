"""Phones under load: who makes it, and the processes that must bear it. No tests stand here."""
