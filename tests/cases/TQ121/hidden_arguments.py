import unittest
from unittest.mock import patch

from shop import mailer

SETTINGS = {"return_value.send.side_effect": OSError()}
STAND_INS = {"new": object()}


class TestMail(unittest.TestCase):
    @patch("smtplib.SMTP", **{"return_value.send.side_effect": OSError()})
    def test_refused(self, server):
        assert not mailer.send("hello")

    @patch("smtplib.SMTP", **SETTINGS)
    def test_refused_by_settings(self, server):
        assert not mailer.send("hello")

    @patch("smtplib.SMTP", **STAND_INS)
    def test_not_told(self, server):
        assert mailer.send("hello")

    @patch("smtplib.SMTP", **{"new": object()})
    def test_fixture_behind_own_object(self, tmp_path):
        assert mailer.send("hello")

    @patch("smtplib.SMTP", **{"return_value.send.return_value": 250})
    def test_fixture_behind_mock(self, server, tmp_path):  # TQ121
        assert mailer.send("hello")
