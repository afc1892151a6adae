import os
from unittest import mock

from django.test import override_settings
from shop import config, settings


def test_monkeypatch(monkeypatch):
    monkeypatch.setenv("TESTING", "1")  # TQ230
    monkeypatch.setattr(settings, "TEST_MODE", True)  # TQ230
    assert charge() == "größe"


def test_environ():
    os.environ["SHOP_TESTING"] = "true"  # TQ230
    assert charge() == "ch_test"


def test_attribute():
    settings.TESTING = True  # TQ230
    assert charge() == "ch_test"


def test_with():
    with mock.patch.dict(os.environ, {"TEST_MODE": "1"}):  # TQ230
        assert charge() == "ch_test"


@override_settings(TESTING=True)  # TQ230
def test_decorated():
    assert charge() == "ch_test"


def test_off(monkeypatch):
    monkeypatch.setenv("TESTING", "0")
    settings.TESTING = False
    monkeypatch.setenv("LATEST", "1")
    config.DEBUG = True
    assert charge() == "ch_1"


def test_nothing_asserted(monkeypatch):
    monkeypatch.setenv("TESTING", "1")
    charge()


def test_dry_run():
    with mock.patch.dict(config.options, {"test": True}):
        assert charge(dry=settings.TESTING) == "would charge 3"


def test_constant_of_the_settings():
    with mock.patch.dict(config.options, {"TEST": True}):  # TQ230
        assert charge() == "ch_test"


def test_word_in_a_table(table):
    table.rows["TEST"] = "größe"
    assert table.render() == "TEST: größe"


def test_bytes_in_settings():
    settings["TEST_MODE"] = b"1"
    assert charge() == "ch_live"


def test_word_in_the_environment():
    os.environ["TEST"] = "1"  # TQ230
    assert charge() == "ch_test"


def test_word_in_a_message(channel):
    channel.send(dict(testing=2))
    channel.row["testing"] = "größe"
    channel.seen.update(testing=1, total=3)
    channel.seen.update({"testing": "no such word"})
    assert channel.last() == 2


def test_dictionary_of_settings(app):
    settings = dict(testing=True)  # TQ230
    app.config.update(testing=True)  # TQ230
    app.config.update(dict(testing=True))  # TQ230
    app.config["testing"] = True  # TQ230
    app.start(config=dict(testing=True))  # TQ230
    assert app.charge(settings) == "ch_test"


def test_settings_by_their_case(make_app):
    app = make_app(dict(TESTING=True))  # TQ230
    assert app.charge() == "ch_test"


def test_column_of_a_row(client):
    order = Order.objects.get(number=1)
    order.testmode = True
    order.save()
    assert client.get("/orders").total == 3


def test_property_of_an_object(orders):
    orders[1].test_mode = True
    assert orders.total() == 3


def test_flag_of_the_application(app, order):
    app.testing = True  # TQ230
    config.under_test = True  # TQ230
    order.TESTING = True  # TQ230
    assert app.charge(order) == "ch_test"
