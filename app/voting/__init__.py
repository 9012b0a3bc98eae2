"""The ways in which a round is filled."""
