"""Rules about mocks that check nothing or the wrong thing."""
