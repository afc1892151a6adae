"""Rules about logic, size, names and data of tests."""
