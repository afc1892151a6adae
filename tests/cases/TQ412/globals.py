import datetime
import os
import pathlib
import time as t
from unittest import mock
from unittest.mock import patch

import shop.jobs
from shop import checkout, jobs


@patch("builtins.open")  # TQ412
@patch("datetime.datetime")  # TQ412
@mock.patch("time.time", return_value=1)  # TQ412
def test_strings(time, date, opened, mocker, monkeypatch):
    é = "é"; mocker.patch("os.path.exists", é)  # TQ412
    monkeypatch.setattr("time.sleep", print)  # TQ412
    with patch("subprocess.run") as run, patch("builtins.print"):  # TQ412
        assert checkout(run) == 3


def test_objects(mocker, monkeypatch):
    monkeypatch.setattr(t, "sleep", print)  # TQ412
    monkeypatch.setattr(os, "getcwd", print)  # TQ412
    with patch.object(datetime, "datetime"):  # TQ412
        mocker.patch.object(pathlib.Path, "exists")  # TQ412
        assert checkout() == 3


@patch("shop.jobs.time.time")
@patch("shop.jobs.open", create=True)
@patch("requests.get")
@patch("os.environ", {})
@patch("sys.argv", ["x"])
@patch("sys.stdout")
@patch("socket.AF_UNIX", 1)
@patch.dict("os.environ", {"A": "1"})
def test_fine(*mocks, mocker, monkeypatch):
    monkeypatch.setattr(jobs.time, "time", print)
    monkeypatch.setattr(jobs, "datetime", print)
    monkeypatch.setattr(shop.jobs.os, "getcwd", print)
    monkeypatch.setenv("A", "1")
    mocker.spy(t, "sleep")
    assert checkout() == 3


@patch("time.daylight", 1)
@patch("time.localtime", None)  # TQ412
def test_zone(local, monkeypatch):
    offset = int(local.offset)
    monkeypatch.setattr(t, "timezone", offset)
    monkeypatch.setattr(t, "altzone", offset - 3600)
    monkeypatch.setattr("time.tzname", ("CET", "größe"))
    monkeypatch.setattr(t, "monotonic", local.monotonic)  # TQ412
    monkeypatch.setattr(t, "ctime", lambda: "now")  # TQ412
    assert checkout() == 3


@patch("smtplib.SMTP")  # TQ412
@patch("ftplib.FTP_TLS", autospec=True)  # TQ412
@patch("shop.mail.smtplib.SMTP")
@patch("signal.SIGTERM", 15)
@patch("ssl.HAS_SNI")
def test_classes_that_look_like_constants(*mocks):
    assert checkout() == 3
