"""The front desk's live screen: one consumer for each open web socket."""

import json
import logging


class RoomFeed:
    def __init__(self, scope=None):
        self.scope = scope or {}
        self.sent = []
        self.log = logging.getLogger("booking.live")

    async def connect(self) -> bool:
        if self.scope.get("user") is None:
            self.log.warning("anonymous visitor refused")
            await self.send({"type": "error", "code": 4001})
            return False
        await self.send({"type": "hello", "user": self.scope["user"].name})
        return True

    async def receive(self, text: str) -> None:
        try:
            message = json.loads(text)
        except ValueError:
            await self.send({"type": "error", "code": 4000})
            return
        await self.send({"type": "echo", "room": message["room"]})

    async def send(self, message: dict) -> None:
        self.sent.append(message)
