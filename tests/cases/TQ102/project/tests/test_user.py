from test_shared import SharedCart


class TestUser(SharedCart):
    total = 1
