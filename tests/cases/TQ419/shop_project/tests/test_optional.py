import sys
from unittest.mock import Mock, patch

import pytest

import shop.jobs
from shop import jobs, run


def test_only_where_it_is_there(monkeypatch):
    if hasattr(jobs, "turbo"):
        monkeypatch.setattr(jobs, "turbo", None)
    assert run() == 3


@pytest.mark.skipif(not hasattr(shop.jobs, "boost"), reason="größe")
@patch("shop.jobs.boost")
def test_only_with_boost(boost):
    assert run() == 3


def test_hasattr_of_another_name(monkeypatch):
    if hasattr(jobs, "turbo"):
        monkeypatch.setattr(jobs, "trubo", None)  # TQ419
    assert run() == 3


def test_module_made_here(monkeypatch):
    monkeypatch.setitem(sys.modules, "shop.made_up", Mock())
    with patch("shop.made_up.send"), patch("shop.made_upp.send"):  # TQ419
        assert run() == 3


@patch.dict("sys.modules", {"shop.deep.made_up": Mock()})
def test_module_made_by_patch():
    with patch("shop.deep.made_up.send"):
        assert run() == 3
    with patch("shop.deep.made_up"):  # TQ419
        assert run() == 3


@pytest.fixture
def warp(monkeypatch):
    monkeypatch.setattr(jobs, "warp", 3, raising=False)


@patch("shop.jobs.warp")
def test_fixture_makes_it(warp_mock, warp):
    assert run() == 3


@patch("shop.jobs.haste", create=True)
def test_made_for_this_test_alone(haste):
    assert run() == 3


@patch("shop.jobs.haste")  # TQ419
def test_made_for_another_test(haste):
    assert run() == 3
