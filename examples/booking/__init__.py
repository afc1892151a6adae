"""Rooms, stays and payments of a small guest house."""
