"""Rules about tests that pass by luck."""
