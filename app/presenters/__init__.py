"""From the state of a session to what a passive widget shows."""
