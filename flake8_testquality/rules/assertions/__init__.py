"""Rules about weak or misleading assertions."""
