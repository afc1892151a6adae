"""Rules about tests that cannot fail."""
