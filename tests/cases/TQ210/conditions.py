import os
import sys
import unittest

import pytest as pt
from hypothesis import assume, given, strategies as st

CASES = [1, 2]


def test_if(client):  # TQ210
    response = client.get("/größe")
    if response.status_code == 200:
        assert response.json()["name"]


def test_swallowed(client):  # TQ210
    response = client.get("/profile/")
    if response.status_code == 200:
        try:
            assert response.json()["name"]
        except Exception:
            assert True


def test_loop(shop):  # TQ210
    for item in shop.items():
        assert item.price > 0


def test_loop_over_name(shop):  # TQ210
    items = shop.items()
    for n, item in enumerate(items):
        assert item.price == n


def test_except(cart):  # TQ210
    try:
        cart.redeem("X")
    except LookupError as error:
        assert "X" in str(error)


async def test_async(client):  # TQ210
    response = await client.get("/")
    if response.ok:
        assert await response.text() == "ok"


async def test_async_for(client):  # TQ210
    async for row in client.rows():
        assert row.id


def test_match(client):  # TQ210
    response = client.get("/")
    match response.status_code:
        case 200:
            assert response.text == "ok"
        case 404:
            pass


def test_elif(client):  # TQ210
    response = client.get("/")
    if response.status_code == 200:
        assert response.text == "ok"
    elif response.status_code == 404:
        assert response.text == "no"


class ShopTest(unittest.TestCase):
    def test_case(self):  # TQ210
        for item in make_shop().items():
            self.assertGreater(item.price, 0)

    def test_raises_in_if(self):  # TQ210
        shop = make_shop()
        if shop.items():
            with self.assertRaises(LookupError):
                shop.remove("X")


def make_shop():
    return Shop()


# ------------------------------------------------------------ silent


def test_one_always_runs(client):
    response = client.get("/")
    assert response.status_code == 200
    if response.text:
        assert response.text == "ok"


def test_literal(shop):
    for name in ("apple", "pear"):
        assert shop.price(name) > 0


def test_literal_by_name(shop):
    names = ["apple", "pear"]
    for n, name in enumerate(names):
        assert shop.price(name) == n


def test_range(shop):
    for n in range(3):
        assert shop.price(n) > 0


def test_constant(shop):
    for n in CASES:
        assert shop.price(n) > 0


def test_items(shop):
    prices = {"apple": 1}
    for name, price in prices.items():
        assert shop.price(name) == price


@pt.mark.parametrize("names, ok", [(["apple"], True)])
def test_parametrized(shop, names, ok):
    for name in names:
        if ok:
            assert shop.price(name) > 0


@pt.mark.parametrize("error", [None, ValueError])
def test_error_or_not(shop, error):
    if error is not None:
        with pt.raises(error):
            shop.price("x")
    else:
        assert shop.price("x") == 1


def test_platform(shop):
    if sys.platform == "win32":
        assert shop.path == "C:"
    if sys.version_info >= (3, 12) and os.name == "posix":
        assert shop.path == "/"


def test_both(client):
    response = client.get("/")
    if response.status_code == 200:
        assert response.text == "ok"
    else:
        assert response.text == "no"


def test_else_fails(client):
    response = client.get("/")
    if response.status_code == 200:
        assert response.text == "ok"
    else:
        pt.fail("no answer")


def test_loop_else_fails(client):
    for line in client.get("/").lines():
        if line:
            assert line == "ok"
            break
    else:
        raise AssertionError("no line")


def test_guard(client):
    response = client.get("/")
    if response.status_code == 503:
        pt.skip("down")
    assert response.text == "ok"


def test_fail_in_body(cart):
    try:
        cart.redeem("X")
        pt.fail("no error")
    except LookupError as error:
        assert "X" in str(error)


def test_else_of_try(cart):
    try:
        cart.redeem("X")
    except LookupError as error:
        assert "X" in str(error)
    else:
        pt.fail("no error")


@given(st.lists(st.integers()))
def test_given(numbers):
    assume(numbers)
    for number in numbers:
        assert make(number) == number


def test_helper_checks(client):
    response = client.get("/")
    check_response(response)
    if response.text:
        assert response.text == "ok"


def test_collected_by_the_test(shop):
    prices = []
    for name in ("apple", "pear"):
        prices.append(shop.price(name))
    for price in prices:
        assert price > 0


def test_callback(client):
    def seen(response):
        if response.ok:
            assert response.text == "ok"

    client.get("/", seen)


def test_nothing_checked(client):
    client.get("/")


def test_list_of_made_objects(shop):
    for item in (Item(1), Item(2)):
        assert shop.price(item) == item.price
    cases = [(shop.first(), 1), (shop.second(), 2)]
    for item, price in cases:
        assert shop.price(item) == price


def test_input_is_no_result():
    graph = make_graph(3)
    degrees = degree(graph)
    for node in sorted(graph):
        assert degrees[node] == 2


def test_optional_module(shop):
    try:
        import decimal
    except ImportError:
        pass
    else:
        assert shop.price(decimal.Decimal(1)) == 1


def test_loop_expected_empty(shop):
    for _ in shop.items():
        pt.fail("not empty")


def test_loops_over_what_is_written_down(matrix):
    first = ["rows", "columns"], make(3)
    second = ["cells"], make(4)
    for names, expected in (first, second):
        for name in names:
            assert getattr(matrix, name)() == expected


def test_loops_over_what_is_made(matrix):  # TQ210
    first = names_of(matrix), make(3)
    for names, expected in (first, (["cells"], 1)):
        for name in names:
            assert getattr(matrix, name)() == expected


def test_loops_over_constants_of_elsewhere():
    for name, payload in FIXTURES_OF_CART.items():
        assert make(payload).name == name


def test_platform_of_the_code():
    platform = make("platform")
    if platform.isVista():
        assert platform.isWindows()


def test_results_of_a_range(shop):
    results = [shop.order(number) for number in range(5)]
    for result in results:
        assert result.paid


def test_size_of_what_is_written_down(shop):
    wanted = [(shop.order(1), 2), (shop.order(2), 3)]
    for row in range(len(wanted)):
        for column in range(len(wanted[row])):
            assert shop.orders[row][column] == wanted[row][column]


def test_size_of_what_is_given(shop):  # TQ210
    given = shop.orders()
    for row in range(len(given)):
        assert given[row].paid


@given(st.data())
def test_changes_that_are_drawn(data):
    names = data.draw(st.sets(st.sampled_from([field.name for field in fields_of("cart")])))
    changes = {name: data.draw(st.integers()) for name in names}
    cart = make(**changes)
    for name, value in changes.items():
        assert getattr(cart, name) == value


@given(st.data())
def test_what_is_made_of_the_drawn(data):  # TQ210
    cart = make(data.draw(st.integers()))
    for item in cart.items():
        assert item.price


def test_number_of_what_is_written_down(shop):
    orders = [shop.order("pear"), shop.order("plum")]
    count = len(orders)
    for number in range(count):
        assert orders[number].paid


def test_number_of_what_is_given(shop):  # TQ210
    orders = shop.orders()
    count = len(orders)
    for number in range(count):
        assert orders[number].paid


def test_number_that_is_counted_again(shop):  # TQ210
    count = len([shop.order("pear")])
    count = len(shop.orders())
    for number in range(count):
        assert shop.order(number).paid


def test_keys_that_are_written_down(shop):
    wanted = dict.fromkeys(["pear", "plum"], shop.price())
    for name, price in wanted.items():
        assert shop.price(name) == price


def test_words_that_are_written_down(shop):
    for name, price in dict(pear=shop.price(), plum=shop.price()).items():
        assert shop.price(name) == price


def test_keys_that_are_given(shop):  # TQ210
    wanted = dict.fromkeys(shop.names(), 1)
    for name, price in wanted.items():
        assert shop.price(name) == price


def test_last_is_read(shop):
    orders = shop.orders()
    last = orders[-1]
    for order in orders:
        assert order.number <= last.number


def test_first_is_handed_on(shop):
    shop.load()
    shop.close(shop.orders[0])
    shop.save()
    for order in shop.orders:
        assert order.number


def test_first_is_read_of_others(shop):  # TQ210
    orders = shop.orders()
    first = shop.others[0]
    for order in orders:
        assert order.number > first.number


def test_first_is_read_of_former_ones(shop):  # TQ210
    orders = shop.orders()
    first = orders[0]
    orders = shop.orders(first)
    for order in orders:
        assert order.number


def test_first_is_taken_out(shop):  # TQ210
    orders = shop.orders()
    first = orders[0]
    orders.pop(0)
    for order in orders:
        assert order.number > first.number


def test_first_is_read_perhaps(shop):  # TQ210
    orders = shop.orders()
    first = orders and orders[0]
    for order in orders:
        assert order.number > first.number


def test_some_are_read(shop):  # TQ210
    orders = shop.orders()
    some = orders[:2]
    for order in orders:
        assert order in some


def fall():
    """Fall over."""
    raise ValueError("größe")


def fall_perhaps(number):
    return 1 / number


def test_function_that_raises(shop):
    try:
        fall()
    except ValueError as error:
        assert shop.text_of(error) == "größe"


def test_nested_function_that_raises(shop):
    def divide():
        1 / 0

    try:
        divide()
    except ZeroDivisionError as error:
        assert shop.text_of(error) == "zero"


async def test_coroutine_that_raises(shop):
    async def divide():
        return 1 / 0

    try:
        await divide()
    except ZeroDivisionError as error:
        assert shop.text_of(error) == "zero"


def test_function_that_raises_perhaps(shop):  # TQ210
    try:
        fall_perhaps(shop.number)
    except ZeroDivisionError as error:
        assert shop.text_of(error) == "zero"


def test_function_of_elsewhere(shop):  # TQ210
    try:
        shop.fall()
    except ValueError as error:
        assert shop.text_of(error) == "größe"


def test_one_of_two_answers(client):
    response = client.get("/")
    if response.status_code == 304:
        pass
    else:
        assert response.status_code == 200
        assert response.text == "größe"


def test_none_of_the_known_answers(client):
    answer = client.get("/").status_code
    if answer not in (200, 204):
        assert answer == 304


def test_another_question_than_the_condition(client):  # TQ210
    response = client.get("/")
    if response.status_code == 304:
        pass
    else:
        assert response.text == "größe"


def test_the_known_answer_is_left_out(client):  # TQ210
    response = client.get("/")
    if response.status_code == 200:
        assert response.status_code == len(response.text)


def test_missing_answer_is_left_out(client):  # TQ210
    answer = client.get("/").headers.get("größe")
    if answer != None:
        assert answer == "1"


class AnswerTest(unittest.TestCase):
    def test_one_of_two_answers(self):
        status = make("cart").status
        if status != "open":
            self.assertEqual(status, "closed")


# ------------------------------------------------------------ names that are bound in passing


def test_named_in_the_condition(shop):  # TQ210
    if (count := len(shop.orders())) > 3:
        assert count == 4


def test_named_before_the_condition(shop):  # TQ210
    shop.show(found := shop.orders())
    if found:
        assert found[0].paid


def test_constant_that_is_named(shop):
    if size := 3:
        assert shop.size == size
