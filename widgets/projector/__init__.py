"""The projector: pages as the room sees them, composed on a sheet and painted."""
