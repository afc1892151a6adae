"""What a test file says: one noun a file."""
