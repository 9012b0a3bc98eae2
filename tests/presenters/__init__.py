"""From the state to what the room sees."""
