"""Rules about tests that the runner never runs."""
