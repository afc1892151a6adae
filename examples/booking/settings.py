"""What differs between installations; read once, from the environment."""

import os
from dataclasses import dataclass
from decimal import Decimal


@dataclass
class Settings:
    currency: str = "EUR"
    hold_minutes: int = 30
    weekend_surcharge: Decimal = Decimal("0.20")
    mail_sender: str = "stay@guesthouse.example"
    testing: bool = False


def from_environment() -> Settings:
    return Settings(
        currency=os.environ.get("BOOKING_CURRENCY", "EUR"),
        hold_minutes=int(os.environ.get("BOOKING_HOLD_MINUTES", "30")),
        testing=os.environ.get("BOOKING_TESTING") == "1",
    )


settings = from_environment()
