import unittest

from django.core.management import call_command
from django.test import TestCase
from shop import Till
from shop_fixtures import run_every_row


class MigrationsTest(TestCase):
    def test_none_is_missing(self):
        call_command("makemigrations", "größen", "--check", "--dry-run")

    def test_system(self):
        call_command("check", "--deploy")

    def test_none_is_made(self):  # TQ201
        call_command("makemigrations", "größen", "--dry-run")


class RowsTest(unittest.TestCase):
    def test_all_rows(self):
        run_every_row(self, __file__)

    def test_rows(self):  # TQ201
        run_every_row(__file__)

    def test_has_rows(self):  # TQ201
        till = Till()
        setattr(self, "till", till)
        till.open()


class TestRows:
    def test_all_rows(self):  # TQ201
        run_every_row(self, __file__)
