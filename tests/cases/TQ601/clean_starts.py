import os
import unittest

import pytest

from billing import config


@pytest.fixture(autouse=True)
def no_region():
    if "REGION" in os.environ:
        del os.environ["REGION"]


@pytest.fixture
def no_currency():
    try:
        del os.environ["CURRENCY"]
    except KeyError:
        pass


@pytest.fixture
def without_path():
    del os.environ["PATH"]  # TQ601
    return config.load()


@pytest.fixture
def debugging():
    if "DEBUG" not in os.environ:
        os.environ["DEBUG"] = "1"  # TQ601
    return config.load()


class ConfigTests(unittest.TestCase):
    def setUp(self):
        if "REGION" in os.environ:
            os.environ.pop("REGION")
        if config.is_strict():
            del os.environ["STRICT"]  # TQ601

    def test_default(self):
        self.assertEqual(config.read("REGION"), "NL")


def test_default():
    if "LANGUAGE" in os.environ:
        del os.environ["LANGUAGE"]  # TQ601
    assert config.read("LANGUAGE") == "NL"
