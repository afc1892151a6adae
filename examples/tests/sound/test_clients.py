from decimal import Decimal
from unittest import IsolatedAsyncioTestCase
from unittest.mock import AsyncMock

import pytest

from booking.clients import PaymentClient, PaymentDeclined, PaymentUnavailable, RatesClient, Reply


class Provider:
    """Gives the prepared replies, one for each request, and keeps the requests."""

    def __init__(self, *replies):
        self.replies = list(replies)
        self.requests = []

    async def __call__(self, method, path, body):
        self.requests.append((method, path, body))
        return self.replies.pop(0)


class PaymentClientTest(IsolatedAsyncioTestCase):
    async def test_charge_returns_the_reference(self):
        provider = Provider(Reply(201, {"id": "ch_1"}))

        reference = await PaymentClient(provider).charge(Decimal("240.00"), "tok")

        assert reference == "ch_1"
        assert provider.requests == [("POST", "/charges", {"amount": "240.00", "token": "tok"})]

    async def test_declined_card_is_not_tried_again(self):
        provider = Provider(Reply(402, {"reason": "no funds"}), Reply(201, {"id": "ch_1"}))

        with pytest.raises(PaymentDeclined, match="no funds"):
            await PaymentClient(provider).charge(Decimal("240.00"), "tok")

        assert len(provider.requests) == 1

    async def test_charge_survives_a_passing_outage(self):
        provider = Provider(Reply(503), Reply(201, {"id": "ch_2"}))

        reference = await PaymentClient(provider).charge(Decimal("240.00"), "tok")

        assert reference == "ch_2"

    async def test_lasting_outage_is_reported_with_the_attempts(self):
        provider = Provider(Reply(503), Reply(502))

        with pytest.raises(PaymentUnavailable, match="after 2 attempts"):
            await PaymentClient(provider, attempts=2).charge(Decimal("240.00"), "tok")


class RatesClientTest(IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.transport = AsyncMock(spec=Provider(), return_value=Reply(200, {"rates": {"USD": 1.08}}))
        self.addAsyncCleanup(self.transport.reset_mock)

    async def test_rates_are_read_for_the_base_currency(self):
        client = RatesClient(self.transport)

        rates = await client.latest("EUR")

        assert rates == {"USD": 1.08}
        self.transport.assert_awaited_once_with("GET", "/latest/EUR", {})
