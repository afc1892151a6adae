"""Rules about tests that reach into the next one."""
