"""From the room to the frozen views of the console's pages."""
