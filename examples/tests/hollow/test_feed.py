import asyncio
import time
from decimal import Decimal
from unittest import IsolatedAsyncioTestCase
from unittest.mock import AsyncMock

from booking import clients
from booking.clients import PaymentClient, RatesClient, Reply
from booking.live import RoomFeed
from booking.models import Guest


class RoomFeedTest(IsolatedAsyncioTestCase):
    def setUp(self):
        self.feed = RoomFeed()

    def test_accepts_anonymous_user(self):
        self.feed.scope = {"user": None}
        assert self.feed.scope.get("user") is None

    def test_scope_carries_user(self):
        user = Guest(email="ada@guests.example", name="Ada")
        self.feed.scope = {"user": user}
        found = self.feed.scope["user"]
        assert found.name == user.name

    async def test_greeting_is_sent(self):
        self.feed.scope = {"user": Guest(email="ada@guests.example", name="Ada")}
        asyncio.create_task(self.feed.connect())
        await asyncio.sleep(0.05)
        assert len(self.feed.sent) == 1

    async def test_greeting_is_fast(self):
        self.feed.scope = {"user": Guest(email="ada@guests.example", name="Ada")}
        started = time.perf_counter()
        await self.feed.connect()
        time.sleep(0.01)
        assert time.perf_counter() - started < 0.5

    async def test_echo(self):
        await self.feed.receive('{"room": "Garden"}')
        self.feed.sent == [{"type": "echo", "room": "Garden"}]

    async def test_malformed_message(self):
        await self.feed.receive("{")
        if self.feed.sent:
            assert self.feed.sent[0]["code"] == 4000

    async def test_log_of_refusal(self):
        with self.assertLogs("booking.live", level="WARNING") as seen:
            await RoomFeed({"user": None}).connect()


class PaymentTest(IsolatedAsyncioTestCase):
    async def test_charge(self):
        client = AsyncMock()
        client.charge.return_value = "ch_1"
        assert await client.charge(Decimal("240.00"), "tok") == "ch_1"

    async def test_charge_in_test_mode(self):
        clients.settings.testing = True
        try:
            assert await PaymentClient(AsyncMock()).charge(Decimal("240.00"), "tok") == "ch_test"
        finally:
            clients.settings.testing = False

    async def test_attempts(self):
        transport = AsyncMock(return_value=Reply(503))
        try:
            await PaymentClient(transport, attempts=2).charge(Decimal("1.00"), "tok")
        except Exception:
            pass
        assert transport.await_count >= 1

    async def test_rates(self):
        transport = AsyncMock()
        transport.return_value = Reply(200, {"rates": {"USD": 1.08}})
        client = RatesClient(transport)
        rates = await client.latest("EUR")
        assert isinstance(rates, object)
        assert client._cache is None if hasattr(client, "_cache") else True
