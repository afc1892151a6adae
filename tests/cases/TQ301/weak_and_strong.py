"""Tests whose every assertion is weak, in each form, and what looks like them."""

import re
import unittest

import pytest
import requests
from unittest.mock import Mock

from shop import Order, billing, create_order, get_user, is_open, parse_order, sessions
from shop.views import home


def test_truthy_call():  # TQ301
    assert create_order(3)


def test_truthy_name():  # TQ301
    order = create_order(3)
    assert order


def test_truthy_attribute():  # TQ301
    assert create_order(3).items


def test_truthy_key(client):  # TQ301
    response = client.post("/orders")
    assert response.json()["id"]


def test_not_none():  # TQ301
    user = get_user(1)
    assert user is not None


def test_not_none_by_inequality():  # TQ301
    user = get_user(1)
    assert user != None  # noqa: E711


def test_non_empty():  # TQ301
    orders = sessions.orders(3)
    assert len(orders) > 0


def test_non_empty_by_one():  # TQ301
    assert len(sessions.orders(3)) >= 1


def test_non_empty_from_the_left():  # TQ301
    assert 0 < len(sessions.orders(3))


def test_length_alone():  # TQ301
    assert len(sessions.orders(3))


def test_not_the_empty_list():  # TQ301
    assert sessions.orders(3) != []


def test_not_the_empty_text():  # TQ301
    assert billing.title("é") != ""


def test_all_of_several_are_weak():  # TQ301
    order = create_order(3)
    assert order
    assert order.id is not None
    assert len(order.items) > 0


def test_joined_by_and():  # TQ301
    order = create_order(3)
    assert order and order.items and order.id is not None


def test_converted():  # TQ301
    assert bool(parse_order("é"))


async def test_awaited():  # TQ301
    order = await sessions.fetch_order(3)
    assert order is not None


@pytest.mark.parametrize("name", ["é", "ü"])
def test_parametrized_over_names(name):  # TQ301
    order = create_order(3)
    assert order.id


class OrderTest(unittest.TestCase):
    def test_assert_true(self):  # TQ301
        order = create_order(3)
        self.assertTrue(order)

    def test_is_not_none(self):  # TQ301
        self.assertIsNotNone(create_order(3), "no order")

    def test_true_of_not_none(self):  # TQ301
        self.assertTrue(create_order(3) is not None)

    def test_greater(self):  # TQ301
        self.assertGreater(len(sessions.orders(3)), 0)

    def test_not_equal_none(self):  # TQ301
        self.assertNotEqual(get_user(1), None)

    def test_strong_beside_weak(self):
        order = create_order(3)
        self.assertIsNotNone(order)
        self.assertEqual(order.total, 9)

    def test_assert_false(self):
        self.assertFalse(create_order(0))


class TestOrder:
    def test_in_a_plain_class(self):  # TQ301
        assert create_order(3)

    def test_decided_by_another(self):
        order = create_order(3)
        assert order
        assert order.total == 9

    def test_predicate_call(self):
        assert create_order(3).is_paid()

    def test_predicate_function(self):
        assert is_open(3)

    def test_predicate_attribute(self):
        assert create_order(3).has_items

    def test_can(self):
        assert get_user(1).can_order

    def test_should(self):
        assert billing.should_remind(3)

    def test_predicate_named(self):
        is_member = sessions.member(3)
        assert is_member

    def test_predicate_bound_to_plain_name(self):
        result = is_open(3)
        assert result

    def test_participle(self):
        assert get_user(1).enabled


def test_comparison_bound_to_a_name():
    result = create_order(3).total > 2
    assert result


def test_boolean_annotation():
    assert create_local(3)


def create_local(size) -> bool:
    return sessions.orders(size) == []


def test_match():
    assert re.match(r"\d+", billing.title("7"))


def test_match_is_not_none():
    found = re.search(r"\d+", billing.title("7"))
    assert found is not None


def test_exists():
    assert sessions.orders(3).exists()


def test_response_ok(client):
    assert client.get("/").ok


def test_requests_response_is_its_ok():
    response = requests.get("http://localhost/")
    assert response


def test_element_of_a_page(browser):
    assert browser.find_element("id", "total") is not None


def test_filtered_lines(caplog):
    billing.remind(3)
    found = [line for line in caplog.messages if "remind" in line]
    assert found


@pytest.mark.parametrize(("value", "expected"), [("", False), ("é", True)])
def test_over_truth_and_falsehood(value, expected):
    assert create_order(value) is not None


@pytest.mark.parametrize("order", [create_order(1), create_order(2)])
def test_over_the_value_itself(order):
    assert order


def test_mock_was_called():
    send = Mock()
    billing.remind(3, send)
    assert send.called
    send.assert_called_once_with(3)


def test_raises_beside():
    order = create_order(3)
    assert order is not None
    with pytest.raises(ValueError):
        order.pay(-1)


def test_helper_beside():
    order = create_order(3)
    assert order is not None
    check_order(order)


def check_order(order):
    assert order.total == 3


def test_import_is_there_is_another_rules_matter():
    assert home is not None


def test_fresh_instance_is_another_rules_matter():
    order = Order(3)
    assert order is not None


def test_bool_of_an_order():
    """Orders with items are true."""
    assert create_order(3)


def helper_without_test():
    assert create_order(3)


def test_smoke():
    assert create_order(3) is not None


def test_what_was_run_gave_something():  # TQ301
    result = billing.run("é")
    assert result is not None


async def test_what_was_saved_is_there():  # TQ301
    assert await billing.save_order("é") is not None


def test_run_succeeds():
    result = billing.run("é")
    assert result


def test_answer_of_a_question():
    assert billing.is_running("é") is not None


def test_running():
    assert billing.run is not None


@pytest.mark.parametrize("name", ["é", "ü"])
def test_made_of_each_name(name):  # TQ301
    assert create_order(name) is not None


@pytest.mark.parametrize("name", ["é", "ü"])
def test_lines_of_each_name(name):  # TQ301
    assert len(billing.lines(name)) > 0


@pytest.mark.parametrize("order", [create_order(1), create_order(2)])
def test_items_of_each_order(order):
    assert order.items is not None
    assert getattr(order, "é", None) is not None


@pytest.mark.parametrize("name", ["größe", "Farbe"])
def test_order_holds_attribute(name):
    orders = [create_order(3), create_order(4)]
    assert orders[0].attributes.get(name) is not None


@pytest.mark.parametrize("name", ["größe", "Farbe"])
def test_order_is_made(name):  # TQ301
    assert create_order(name) is not None
