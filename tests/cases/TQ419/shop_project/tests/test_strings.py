import unittest
from unittest import mock as m
from unittest.mock import DEFAULT, patch

import pytest
from shop import run


@patch("shop.jobs.send")  # TQ419
@m.patch("shop.jobs.hidden", return_value="é")  # TQ419
@patch("shop.jobs.Jub.run")  # TQ419
@patch("shop.jbos.run")  # TQ419
@patch("shop.deep.inner.y")  # TQ419
@patch("shop.nothing")  # TQ419
def test_strings(*mocks, mocker, monkeypatch):
    é = "é"; mocker.patch("shop.jobs.sned", é)  # TQ419
    monkeypatch.setattr("shop.jobs.sned", 1)  # TQ419
    monkeypatch.setattr("shop.jobs.open", 1)  # TQ419
    monkeypatch.delattr("shop.jobs.sned")  # TQ419
    with patch(  # TQ419
        "shop.jobs.sned",
    ):
        assert run() == 3


class JobsTest(unittest.TestCase):
    @patch.multiple("shop.jobs", sned=DEFAULT, os=1)  # TQ419
    @patch.dict("shop.jobs.TABLE", {"a": 1})  # TQ419
    def test_method(self, sned):
        self.assertEqual(run(), 3)


@patch("shop.jobs.os")
@patch("shop.jobs.os.getcwd")
@patch("shop.jobs.deliver")
@patch("shop.jobs.shop.deep.inner.y")
@patch("shop.jobs.engine")
@patch("shop.jobs.SEPARATOR")
@patch("shop.jobs.PATHS")
@patch("shop.jobs.path")
@patch("shop.jobs.handle")
@patch("shop.jobs.first")
@patch("shop.jobs.rest")
@patch("shop.jobs.size")
@patch("shop.jobs.head")
@patch("shop.jobs.Order")
@patch("shop.jobs.cache")
@patch("shop.jobs.Job.run")
@patch("shop.jobs.Job.limits")  # TQ419
@patch("shop.jobs.Job")
@patch("shop.jobs.open")
@patch("shop.jobs.print")
@patch("shop.jobs.__name__")
@patch("shop.jobs")
@patch("shop.deep")
@patch("shop.deep.native.run")
@patch("shop.deep.native")
@patch("shop.deep.made")
@patch("shop._version")
@patch("shop.total")
@patch("shop.orders.x")
@patch("shop.starred.anything")
@patch("shop.lazy.anything")
@patch("shop.dynamic.anything")
@patch("shop.jobs.made_here", create=True)
@patch("shop.jobs.made_here")
@patch("other.jobs.anything")
@patch("requests.anything")
@patch.multiple("shop.jobs", create=True, sned=1)
@patch(f"shop.jobs.{run}")
def test_there(*mocks, mocker, monkeypatch):
    monkeypatch.setattr("shop.jobs.sned", 1, raising=False)
    monkeypatch.delattr("shop.jobs.sned", raising=False)
    assert run() == 3


def test_failure_is_expected():
    with pytest.raises(AttributeError):
        with patch("shop.jobs.sned"):
            run()


@pytest.mark.xfail
@patch("shop.jobs.sned")
def test_known_to_fail(sned):
    assert run() == 3
