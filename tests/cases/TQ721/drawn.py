import hypothesis
from hypothesis import given, strategies as st

from shop import orders, till


@given(st.text())
def test_only_order_errors(text):
    try:
        orders.parse(text)
    except (orders.BadOrder, orders.TooLong):
        pass


class TestOrders:
    @hypothesis.settings(max_examples=50)
    @hypothesis.given(line=st.text())
    async def test_what_is_read_is_written(self, line):
        try:
            order = await orders.read(line)
        except orders.BadOrder:
            return
        except ValueError:
            pass
        assert orders.write(order) == line


@given(order=st.builds(orders.Order))
def test_order_closes(order):
    try:
        if not order.is_late:
            order.close()
    except orders.Open:
        pass
    assert not order.is_late


@given(st.text())
def test_any_error_will_do(text):
    try:
        orders.parse(text)
    except Exception:  # TQ721
        pass


@given(st.text())
def test_till_that_draws_nothing(text):
    try:
        till.open_drawer()
    except till.Locked:  # TQ721
        pass
    assert till.total(text) == 0


def test_one_order():
    try:
        orders.parse("3 tea")
    except orders.BadOrder:  # TQ721
        pass
