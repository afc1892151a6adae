"""What a function of a test returns may tell that an assertion failed."""

import unittest
from unittest import mock

from shop import Queue, wait_for


class QueueTest(unittest.TestCase):
    def test_mail_goes_out(self):
        def is_sent():
            try:
                mailer.send.assert_called_once_with("ada")
                return True
            except AssertionError:
                return False

        mailer = mock.Mock()
        Queue(mailer).start()
        wait_for(is_sent, timeout=5)

    def test_two_mails_go_out(self):
        def are_sent(count):
            try:
                self.assertEqual(mailer.send.call_count, count)
            except AssertionError:
                return False
            return True

        mailer = mock.Mock()
        Queue(mailer).start()
        wait_for(lambda: are_sent(2))

    def test_mail_is_not_sent_twice(self):
        def is_sent():
            try:
                mailer.send.assert_called_once_with("ada")
                return True
            except AssertionError:
                pass

        mailer = mock.Mock()
        Queue(mailer).start()
        self.assertTrue(is_sent())

    def test_nobody_asks(self):
        def is_sent():
            try:
                mailer.send.assert_called_once_with("ada")  # TQ207
                return True
            except AssertionError:
                return False

        mailer = mock.Mock()
        Queue(mailer).start()
        is_sent()

    def test_one_answer_for_both(self):
        def is_sent():
            try:
                mailer.send.assert_called_once_with("ada")  # TQ207
            except AssertionError:
                print("not sent")
            return True

        mailer = mock.Mock()
        Queue(mailer).start()
        wait_for(is_sent, timeout=5)

    def test_same_answer_for_both(self):
        def is_sent():
            try:
                mailer.send.assert_called_once_with("ada")  # TQ207
                return True
            except AssertionError:
                return True

        mailer = mock.Mock()
        Queue(mailer).start()
        wait_for(is_sent, timeout=5)

    def test_no_answer(self):
        def handle():
            try:
                mailer.send.assert_called_once_with("ada")  # TQ207
            except AssertionError:
                return

        mailer = mock.Mock()
        Queue(mailer).start(handle)

    def test_answer_of_the_test_itself(self):
        try:
            self.assertEqual(Queue(None).size, 0)  # TQ207
            return True
        except AssertionError:
            return False


# ------------------------------------------------------------ failures that are made


def test_queue_survives_a_failing_worker(queue):
    try:
        assert False, "any failure will do"
    except Exception:
        pass
    assert queue.is_open


def test_nothing_comes_of_it(queue):
    try:
        assert False, "any failure will do"  # TQ207
    except Exception:
        pass


def test_queue_is_checked_on_the_way(queue):
    try:
        assert queue.size == 0  # TQ207
    except Exception:
        pass
    assert queue.is_open


# ------------------------------------------------------------ cases under test


def test_case_of_the_shop_notices_differences(shop_case):
    try:
        shop_case.assertEqual(1, 2)
    except AssertionError:
        pass


def test_case_of_the_shop_is_swallowed_whole(shop_case):
    try:
        shop_case.assertEqual(shop_case.total, 2)  # TQ207
    except Exception:
        pass
