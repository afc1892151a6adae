import json
import unittest
from unittest import mock as m
from unittest.mock import patch

import pytest

import shop.jobs
from shop import aliased, classes, jobs, loud, louder, mail, module, more, through
from shop.jobs import Job, idle, run


@patch("shop.mail.send", return_value="é")  # TQ420
def test_decorator(send):
    assert run() == "é"


def test_in_a_with():
    with m.patch("shop.mail.send") as send:  # TQ420
        result = jobs.run()
    assert result.strip() == send.return_value


async def test_all_tools(mocker, monkeypatch):
    mocker.patch("shop.mail.send")  # TQ420
    monkeypatch.setattr(mail, "send", print)  # TQ420
    with patch.object(mail, "send"):  # TQ420
        assert shop.jobs.run() == 3


class JobsTest(unittest.TestCase):
    @patch("shop.mail.send")  # TQ420
    def test_class_under_test(self, send):
        job = Job()
        self.assertEqual(job.run(), 3)


@patch("shop.mail.send")  # TQ420
def test_another_name(send):
    with pytest.raises(ValueError):
        aliased.run()


@patch("shop.mail.send")
def test_through_the_defining_module(send):
    assert through.run() == 3


@patch("shop.mail.send")
def test_looked_up_there(send):
    assert module.run() == 3


@patch("shop.mail.send")  # TQ420
def test_other_functions_of_that_module(send):
    assert more.run() == 3


@patch("shop.mail.send")
def test_other_functions_that_call_it(send):
    assert loud.run() == 3


@patch("shop.mail.send")
def test_other_functions_that_may_call_it(send):
    assert louder.run() == 3


@patch("shop.mail.send", return_value="3")  # TQ420
def test_result_is_parsed(send):
    assert json.loads(run()) == 3


@patch("shop.mail.send")
def test_two_modules(send):
    assert run() == module.run()


@patch("shop.mail.send")
def test_defining_module_itself(send):
    assert run() == mail.other()


@patch("shop.mail.send", return_value="é")
def test_patched_function_itself(send):
    assert run() != mail.send()


@patch("shop.mail.send", return_value="é")  # TQ420
def test_mock_itself(send):
    assert run() == send()


@patch("shop.mail.send")
def test_not_reached(send):
    assert idle() == 1


@patch("shop.mail.send")
def test_unknown_receiver(send, client):
    assert client.get("/") == run()


@patch("shop.mail.send")
def test_imported_under_the_patch(send):
    from shop.jobs import run as again

    assert again() == 3


@patch.object(mail.Mailer, "send")
@patch("shop.mail.Mailer.send")
@patch("shop.mail.Mailer")
def test_classes(a, b, c):
    assert classes.run() == 3
