"""flake8-testquality finds the tests that prove nothing."""

__version__ = "0.1.0"
