"""Tests of the console: pages with their controllers on a real desk."""
