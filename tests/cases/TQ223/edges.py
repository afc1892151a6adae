import unittest

import pytest as pt

import billing
from billing import service
from billing.models import Account, make_account


def test_module_is_there():  # TQ223
    from billing import tools

    assert tools is not None


def test_hasattr():  # TQ223
    assert hasattr(service, "charge")
    assert hasattr(Account, "größe")


def test_callable():  # TQ223
    assert callable(service.charge)


def test_class():  # TQ223
    assert isinstance(Account, type)
    assert Account is not None


def test_fresh_instance():  # TQ223
    account = Account("Ada")
    assert account is not None


def test_fresh_instance_at_once():  # TQ223
    assert Account("Ada") is not None


def test_import_in_try():  # TQ223
    try:
        import billing.extra  # noqa: F401
    except ImportError:
        pt.fail("billing.extra is missing")


def test_import_in_try_with_assert():  # TQ223
    try:
        from billing import extra  # noqa: F401

        assert True
    except ImportError:
        assert False


async def test_async():  # TQ223
    assert hasattr(service, "charge") and callable(service.charge)


class TestBilling(unittest.TestCase):
    def test_attributes(self):  # TQ223
        self.assertTrue(hasattr(service, "charge"))
        self.assertTrue(callable(service.charge))
        self.assertIsNotNone(Account)

    def test_instance(self):  # TQ223
        account = Account("Ada")
        self.assertIsNotNone(account)

    def test_value(self):
        self.assertTrue(hasattr(service, "charge"))
        self.assertEqual(service.charge(1), 1)


def test_value():
    assert hasattr(service, "charge")
    assert service.charge(1) == 1


def test_all():
    for name in billing.__all__:
        assert hasattr(billing, name)


@pt.mark.parametrize("name", ["charge", "refund"])
def test_public_names(name):
    assert hasattr(service, name)


def test_result_is_there():
    assert service.find("Ada") is not None


def test_made_by_a_function():
    assert make_account() is not None


def test_attribute_of_result():
    assert hasattr(service.find("Ada"), "name")


def test_missing():
    assert not hasattr(service, "old_charge")


def test_plugins():
    from importlib.metadata import entry_points

    for point in entry_points(group="billing"):
        assert callable(point.load())


def test_all_rules():
    for rule in billing.rules:
        name = f"check_{rule}"
        assert hasattr(Account, name)


def test_one_rule():  # TQ223
    name = "check_total"
    assert hasattr(Account, name)


class TestAccount(unittest.TestCase):
    def test_equality_to_none(self):
        account = Account()
        self.assertNotEqual(account, None)
        self.assertTrue(account != None)

    def test_account(self):  # TQ223
        self.assertNotEqual(Account(), None)


class TestAccountOfSetUp(unittest.TestCase):
    def setUp(self):
        self.account = Account()
        self.found = make_account()

    def test_account(self):  # TQ223
        self.assertIsNotNone(self.account)

    def test_found(self):
        self.assertIsNotNone(self.found)


class TestAccountOfSetUpMethod:
    def setup_method(self):
        self.account = Account()

    async def test_account(self):  # TQ223
        assert self.account is not None

    def test_total(self):
        assert self.account is not None
        assert self.account.total() == 3
