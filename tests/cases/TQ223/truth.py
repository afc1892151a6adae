import unittest

from billing import READY, Biller, is_open, service


def test_class():  # TQ223
    assert Biller


def test_module():  # TQ223
    import billing.service

    assert billing.service


class BillingCase(unittest.TestCase):
    def test_class(self):  # TQ223
        from billing.models import Invoice

        self.assertTrue(Invoice)


def test_values():
    from billing.config import Settings

    assert READY
    assert is_open
    assert Settings.DEBUG
    assert service.enabled


def test_import_time(benchmark):
    @benchmark
    def load():
        from billing.models import Invoice

        assert Invoice


async def test_name_that_is_imported_for_it():  # TQ223
    from billing import ledger

    assert ledger


async def test_flag_that_is_imported():
    from billing import OPEN

    assert OPEN
