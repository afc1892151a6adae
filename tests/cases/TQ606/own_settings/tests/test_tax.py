from shop import config as options
from shop.config import Config, config, rates


def test_tax():
    config.tax = 7  # TQ606
    assert options.total(100) == 107


def test_tax_of_the_module():
    options.config.tax = 7  # TQ606
    assert options.total(100) == 107


def test_monkeypatch(monkeypatch):
    monkeypatch.setattr(config, "tax", 7)
    assert options.total(100) == 107


def test_finally():
    before = config.tax
    config.tax = 7
    try:
        assert options.total(100) == 107
    finally:
        config.tax = before


def test_own_object():
    config = Config()
    config.tax = 7
    assert options.total(100, config) == 107


def test_other_object():
    rates.tax = 7
    assert options.total(100) == 107
