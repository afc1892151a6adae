"""The sub-commands of `testquality`, one a file."""
