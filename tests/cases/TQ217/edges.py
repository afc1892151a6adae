import dataclasses
import gzip
import json
import unittest
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest as pt

from shop import Cart, checkout, settings


class Order:
    def __init__(self):
        self.lines = []


class Watched:
    @property
    def total(self):
        return self._total

    @total.setter
    def total(self, value):
        self._total = value * 2


def test_own_values(client):
    order = {"id": 7, "größe": "L"}
    assert client.get("/").ok
    assert order["id"] == 7  # TQ217
    assert order.get("größe") == "L"  # TQ217
    assert json.loads(json.dumps(order)) == order  # TQ217
    assert len(order) == 2  # TQ217
    assert sorted(order) == ["größe", "id"]  # TQ217
    first, *rest = [1, 2, 3]
    assert rest == [2, 3]  # TQ217
    assert (  # TQ217
        first
        == 1
    )


def test_attribute_set_and_read_back(client):
    assert client.get("/").ok
    order = Order()
    order.owner = "Ada"
    assert order.owner == "Ada"  # TQ217
    space = SimpleNamespace(owner="Ada")
    assert space.owner == "Ada"  # TQ217


def test_own_branches(client, flag):
    assert client.get("/").ok
    names = ["a", "b"]
    found = []
    for name in names:
        found.append(name.upper())
    assert found == ["A", "B"]  # TQ217


def test_values_through_the_code(client):
    order = {"id": 7}
    answer = checkout(order)
    assert answer.ok
    assert order["id"] == 7
    assert answer == {"id": 7}
    cart = Cart()
    cart.owner = "Ada"
    assert cart.owner == "Ada"
    settings.limit = 5
    assert settings.limit == 5
    assert client == "client"


def test_declared_attributes():
    assert checkout({}).ok
    watched = Watched()
    watched.total = 2
    assert watched.total == 4
    plain = Plain()
    plain.total = 2
    assert plain.total == 2  # TQ217


class Plain:
    total = None


class Watcher:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, str(value))


@dataclasses.dataclass
class Line:
    name: str


def test_attributes_that_a_class_makes():
    assert checkout({}).ok
    watcher = Watcher()
    watcher.total = 2
    assert watcher.total == "2"
    line = Line("apple")
    assert line.name == "apple"


def test_input_is_checked_before_use():
    lines = ["apple", "pear"]
    assert len(lines) == 2
    assert checkout(lines).ok


def test_callback():
    calls = []
    done = False

    def on_paid(order):
        nonlocal done
        done = True
        calls.append(order)

    checkout({}, on_paid=on_paid)
    assert calls == [{}]
    assert done
    seen = []
    checkout({}, on_paid=lambda order: seen.append(order))
    assert seen == [{}]


def test_branch_of_the_code():
    failed = False
    try:
        checkout(None)
    except ValueError:
        failed = True
    assert failed
    count = 0
    for _ in checkout({}):
        count += 1
    assert count == 3
    found = None
    if checkout({}).ok:
        found = 1
    assert found == 1


def test_class_on_a_base_of_the_code():
    class Special(Cart):
        total = 5

    assert checkout({}).ok
    assert Special().total == 5


def test_decorated_class():
    @settings.register
    class Plain:
        total = 5

    assert checkout({}).ok
    assert Plain.total == 5


def test_always_true_is_said_elsewhere(client):
    order = {"id": 7}
    assert client.get("/").ok
    assert True
    assert order == order
    assert len(order) >= 0
    assert False, "not reached"


class TestOrders(unittest.TestCase):
    def setUp(self):
        self.order = Order()
        self.cart = Cart()

    def test_read_back(self):
        self.order.owner = "Ada"
        self.assertTrue(checkout(self.cart))
        self.assertEqual(self.order.owner, "Ada")  # TQ217

    def test_set_on_the_code(self):
        self.assertTrue(checkout(self.cart))
        self.cart.owner = None
        self.assertEqual(self.cart.owner, "nobody")

    async def test_async(self):
        row = {"id": 1}
        answer = await checkout(self.cart)
        self.assertTrue(answer)
        self.assertEqual(row["id"], 1)  # TQ217


@pt.mark.parametrize("code", ["A", "B"])
def test_parameters(code):
    assert checkout(None).ok
    assert code.upper() == code  # TQ217


@pt.mark.parametrize("cls", [Cart, dict])
def test_parameters_of_the_code(cls):
    assert checkout(None).ok
    assert cls.__name__.isidentifier()


def test_looked_at_again():
    ran = False
    assert not ran
    with checkout(None).block():
        ran = True
    assert not ran


def test_looked_at_once():
    ran = False
    assert not ran  # TQ217
    with checkout(None).block() as block:
        assert block.open


def test_switch_is_held_in_place(path):
    overwrite = False
    answer = checkout(None)
    if overwrite:
        path.write_text(answer)
    assert answer == path.read_text()
    assert not overwrite


_generate = False


def cases():
    return checkout(_generate)


def test_module_switch_and_unequal_constants():
    assert not _generate
    assert dict(yes=True) == dict(no=False)
    assert checkout(None).ok


def test_class_in_the_test():
    class Line:
        pass

    line = Line()
    line.name = "apple"
    assert checkout({}).ok
    assert line.name == "apple"  # TQ217


def test_files_that_the_code_has_written():
    checkout({}).save("receipt.xml")
    receipt = ElementTree.parse("receipt.xml")
    assert receipt.getroot().get("total") == "5"
    packed = gzip.open("receipt.gz").read()
    assert packed == b"5"
    written = ElementTree.fromstring("<receipt total='5'/>")
    assert written.get("total") == "5"  # TQ217


def test_working_directory():
    before = Path.cwd()
    checkout({}).print()
    assert Path.cwd() == before
    assert before == Path("shop") or checkout({}).ok
    shelf = Path("shop") / "shelf"
    assert shelf.name == "shelf"  # TQ217


def test_run_of_the_interpreter():
    assert checkout({}).ok
    assert __debug__


@settings.override(limit=5)
@pt.mark.parametrize("code", ["A", "B"])
def test_parameters_through_a_decorator_of_the_code(code):
    assert checkout(None).ok
    assert code in ("A", "B")


def test_wrapped_by_the_code():
    order = {"id": 7}
    assert checkout(order).ok
    lines = ["apple"]
    assert lines == ["apple"]


test_wrapped = settings.register(test_wrapped_by_the_code)


@pt.mark.skip(reason="no checkout yet")
def test_skipped():
    assert checkout({}).ok
    lines = ["apple"]
    assert lines == ["apple"]


def test_that_runs_as_it_is():
    assert checkout({}).ok
    lines = ["apple"]
    assert lines == ["apple"]  # TQ217
