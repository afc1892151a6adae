import asyncio
from decimal import Decimal
from unittest.mock import AsyncMock

from booking.clients import PaymentClient, Reply


async def test_charge_returns_reference():
    client = PaymentClient(AsyncMock(return_value=Reply(201, {"id": "ch_1"})))
    assert await client.charge(Decimal("10.00"), "tok") == "ch_1"


async def test_charge_from_sync_code():
    client = PaymentClient(AsyncMock(return_value=Reply(201, {"id": "ch_1"})))
    assert asyncio.run(client.charge(Decimal("10.00"), "tok")) == "ch_1"
