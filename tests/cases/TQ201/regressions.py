# path: tests/test_orders.py


def test_15776(shop):
    shop.order("apple")


def test_issue_12(shop):
    shop.order("apple")


def test_old_parser_bug(shop):
    shop.order("apple")


def test_order_regression(shop):
    shop.order("apple")


def test_linear_regression(model):  # TQ201
    model.fit([1, 2])


def test_issue(tracker):  # TQ201
    tracker.create_issue("broken window")


def test_order(shop):
    """#1776 - An order of one's own."""
    shop.order("apple")


def test_order_of_two(shop):
    # See #17.
    shop.order("apple")


def test_order_of_three(shop):
    """Orders in a row.

    https://github.com/shop/shop/issues/4
    """
    shop.order("apple")


def test_order_of_four(shop):
    # Regression test: an order in the night.
    shop.order("apple")


def test_order_of_five(shop):  # TQ201
    """Table #4 gets five."""
    shop.order("apple")


def test_order_of_six(shop):
    # covers a particular fixed bug
    shop.order("apple")


def test_fit(model):  # TQ201
    """A regression over two points."""
    model.fit([1, 2])


class TestIssue77:
    def test_order(self, shop):
        shop.order("apple")


class TestTickets:
    """Tickets, sold one by one."""

    def test_order(self, shop):  # TQ201
        shop.order("ticket")


class TestTrac0412b:
    def test_order(self, shop):
        shop.order("é")


class TestTrack:
    def test_order(self, shop):  # TQ201
        shop.order("track")
