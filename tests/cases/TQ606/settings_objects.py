import unittest
from unittest.mock import patch

import django.conf
import pytest
from django.conf import settings
from django.conf import settings as django_settings
from django.test import SimpleTestCase, override_settings
from flask import Flask, current_app
from shop.app import app
from shop.config import get_settings, settings as shop_settings
from hypothesis import settings as profile

from billing import create_app, invoices


def test_django():
    settings.TAX = 19  # TQ606
    assert invoices.total(100) == 119


def test_django_whole_name():
    django.conf.settings.TAX = 19  # TQ606
    assert invoices.total(100) == 119


def test_django_entry():
    django_settings.DATABASES["default"]["NAME"] = "x"  # TQ606
    assert invoices.total(100) == 119


def test_django_list():
    settings.INSTALLED_APPS.append("billing")  # TQ606
    assert invoices.total(100) == 119


def test_django_setattr():
    setattr(settings, "TAX", 19)  # TQ606
    assert invoices.total(100) == 119


def test_django_del():
    del settings.TAX  # TQ606
    assert invoices.total(100) == 119


def test_flask():
    app.config["TAX"] = 19  # TQ606
    assert invoices.total(100) == 119


def test_flask_update():
    app.config.update(TAX=19)  # TQ606
    assert invoices.total(100) == 119


@pytest.fixture
def client():
    app.config["TESTING"] = True  # TQ606
    with app.test_client() as found:
        yield found


def test_singleton():
    shop_settings.tax = 19  # TQ606
    assert invoices.total(100) == 119


def test_accessor():
    get_settings().tax = 19  # TQ606
    assert invoices.total(100) == 119


class SettingsTests(SimpleTestCase):
    def setUp(self):
        settings.TAX = 19  # TQ606

    def test_total(self):
        settings.RATE = 7  # TQ606
        self.assertEqual(invoices.total(100), 119)

    def test_override(self):
        with self.settings(TAX=1):
            settings.OTHER = 19
            self.assertEqual(invoices.total(100), 119)


def test_pytest_django(settings):
    settings.TAX = 19
    assert invoices.total(100) == 119


@override_settings()
def test_overridden():
    settings.TAX = 19
    assert invoices.total(100) == 119


def test_overridden_block():
    with override_settings(TAX=1):
        settings.TAX = 19
        assert invoices.total(100) == 119


def test_monkeypatch(monkeypatch):
    monkeypatch.setattr(settings, "TAX", 19)
    monkeypatch.setitem(app.config, "TAX", 19)
    app.config["TAX"] = 20
    assert invoices.total(100) == 119


def test_patched():
    with patch.dict(app.config, TAX=1), patch.object(shop_settings, "tax", 1):
        app.config["TAX"] = 2
        shop_settings.tax = 2
        assert invoices.total(100) == 119


def test_finally():
    before = settings.TAX
    try:
        settings.TAX = 19
        assert invoices.total(100) == 119
    finally:
        settings.TAX = before


def test_own_app():
    app = create_app()
    app.config["TAX"] = 19
    assert app.test_client().get("/").status_code == 200


@pytest.fixture
def own_app():
    app = Flask(__name__)
    app.config.update(TESTING=True)
    return app


def test_fixture_app(own_app):
    own_app.config["TAX"] = 19
    current_app.config["TAX"] = 19
    assert own_app.test_client().get("/").status_code == 200


class AppTests(unittest.TestCase):
    def setUp(self):
        self.app = create_app()
        self.app.config["TESTING"] = True

    def test_total(self):
        self.assertEqual(invoices.total(100), 119)


def test_reads():
    assert invoices.total(settings.TAX) == app.config["TAX"]


profile.register_profile("ci")
