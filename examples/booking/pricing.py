"""What a stay costs, and what a guest gets back."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from booking.settings import settings

CENT = Decimal("0.01")
PROMOTIONS = {"SPRING10": Decimal("0.10"), "LONGSTAY": Decimal("0.15")}


class UnknownPromotion(ValueError):
    pass


@dataclass(frozen=True)
class Quote:
    nights: int
    total: Decimal
    currency: str


def is_weekend(day: date) -> bool:
    return day.weekday() in (4, 5)


def quote(room, starts: date, ends: date, promotion: str | None = None) -> Quote:
    if ends <= starts:
        raise ValueError(f"a stay ends after it starts: {starts} to {ends}")
    if promotion is not None and promotion not in PROMOTIONS:
        raise UnknownPromotion(f"no promotion is called {promotion}")
    nights = [starts + timedelta(days=n) for n in range((ends - starts).days)]
    total = sum((nightly(room.nightly_rate, day) for day in nights), Decimal(0))
    total -= total * PROMOTIONS.get(promotion or "", Decimal(0))
    return Quote(len(nights), total.quantize(CENT), settings.currency)


def nightly(rate: Decimal, day: date) -> Decimal:
    return rate * (1 + settings.weekend_surcharge) if is_weekend(day) else rate


def refund(total: Decimal, starts: date, today: date) -> Decimal:
    days_left = (starts - today).days
    if days_left >= 14:
        return total
    if days_left >= 3:
        return (total / 2).quantize(CENT)
    return Decimal(0)


def convert(amount: Decimal, currency: str, rates: dict[str, float]) -> float:
    return float(amount) * rates[currency]


def stars(scores: list[int]) -> float:
    return sum(scores) / len(scores)
