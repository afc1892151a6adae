import inspect
import typing
from typing import get_type_hints

from shop import Cart, Price


class TestPrice:
    def test_is_a_hint(self):
        def pay(price: Price) -> None:
            return None

        assert "price" in get_type_hints(pay)

    def test_is_written_out(self):
        def pay(price: int, *more: Price, cart=None):
            return price

        assert str(inspect.signature(pay)) == "(price: int, *more: shop.Price, cart=None)"

    def test_answer(self):
        def make() -> Cart:
            return None

        hints = typing.get_type_hints(make)
        assert list(hints) == ["return"]

    def test_in_quotes(self):
        def pay(price: "Price") -> None:
            return None

        assert "price" in get_type_hints(pay)

    def test_plain_hint(self):  # TQ218
        def pay(price: int) -> None:
            return None

        assert "price" in get_type_hints(pay)

    def test_nobody_asks_for_the_hint(self):  # TQ218
        def pay(price: Price) -> Price:
            return price

        assert pay(5) == 5
