"""The workshop itself: pure Python, every branch covered."""
