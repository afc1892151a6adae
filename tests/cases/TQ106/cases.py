import unittest
import unittest as ut
from unittest import IsolatedAsyncioTestCase, TestCase as Case, mock

import aiounittest
import asynctest
from django.test import SimpleTestCase, TestCase
from elsewhere import Base, run_async
from tornado.testing import AsyncTestCase, gen_test
from twisted.trial import unittest as trial


class PlainTest(unittest.TestCase):
    async def test_a(self):  # TQ106
        self.assertEqual(await total("日本"), 1)

    async def test_b(  # TQ106
        self,
    ):
        async with cart() as found:
            self.assertEqual(found, 1)

    async def helper(self):
        return 1

    def test_c(self):
        self.assertEqual(total(), 1)

    @run_async
    async def test_decorated(self):
        self.assertEqual(await total(), 1)


class AliasTest(Case):
    async def test_a(self):  # TQ106
        self.assertEqual(await total(), 1)


class DeepTest(PlainTest):
    async def test_deep(self):  # TQ106
        self.assertEqual(await total(), 1)


@mock.patch("shop.load")
class PatchedTest(ut.TestCase):
    async def test_a(self, load):  # TQ106
        self.assertEqual(await total(), 1)


class Mixin:
    async def test_mixed(self):  # TQ106
        self.assertEqual(await total(), 1)


class MixedTest(Mixin, unittest.TestCase):
    pass


class AsyncMixin:
    async def test_mixed_well(self):
        self.assertEqual(await total(), 1)


class WellMixedTest(AsyncMixin, unittest.IsolatedAsyncioTestCase):
    pass


class IsolatedTest(IsolatedAsyncioTestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class BothTest(unittest.TestCase, IsolatedAsyncioTestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class DjangoTest(TestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class SimpleTest(SimpleTestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class AioTest(aiounittest.AsyncTestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class AsyncTest(asynctest.TestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class TornadoTest(AsyncTestCase):
    @gen_test
    async def test_a(self):
        self.assertEqual(await total(), 1)


class TrialTest(trial.TestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class UnknownTest(Base, unittest.TestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


@run_async
class WrappedTest(unittest.TestCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class MetaTest(unittest.TestCase, metaclass=run_async):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class RunningCase(unittest.TestCase):
    def _callTestMethod(self, method):
        run(method())


class RunningTest(RunningCase):
    async def test_a(self):
        self.assertEqual(await total(), 1)


class TestPytest:
    async def test_a(self):
        assert await total() == 1
