"""The tables, on a small in-memory stand-in for Django's ORM: an instance is a copy of its row until it is saved."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar


class Manager:
    def __init__(self, model):
        self.model = model
        self.rows: dict[int, dict[str, Any]] = {}
        self.next_pk = 1

    def create(self, **values):
        instance = self.model(**values)
        instance.save()
        return instance

    def get(self, **wanted):
        found = self.filter(**wanted)
        if len(found) != 1:
            raise self.model.DoesNotExist(f"{len(found)} rows of {self.model.__name__} match {wanted}")
        return found[0]

    def filter(self, **wanted):
        return [
            self.model(**row)
            for row in self.rows.values()
            if all(row[name] == value for name, value in wanted.items())
        ]

    def count(self):
        return len(self.rows)

    def clear(self):
        self.rows.clear()


class Model:
    objects: ClassVar[Manager]

    class DoesNotExist(LookupError):
        pass

    def __init_subclass__(cls):
        cls.objects = Manager(cls)

    def save(self):
        if self.pk is None:
            self.pk = self.objects.next_pk
            self.objects.next_pk += 1
        self.objects.rows[self.pk] = {each.name: getattr(self, each.name) for each in fields(self)}

    def delete(self):
        del self.objects.rows[self.pk]

    def refresh_from_db(self):
        for name, value in self.objects.rows[self.pk].items():
            setattr(self, name, value)


@dataclass
class Room(Model):
    name: str
    nightly_rate: Decimal
    capacity: int = 2
    pk: int | None = None


@dataclass
class Guest(Model):
    email: str
    name: str = ""
    points: int = 0
    pk: int | None = None

    @property
    def is_regular(self) -> bool:
        return self.points >= 100


@dataclass
class Booking(Model):
    room_pk: int
    guest_pk: int
    starts: date
    ends: date
    total: Decimal = Decimal(0)
    status: str = "held"
    held_until: datetime | None = None
    extras: list[str] = field(default_factory=list)
    pk: int | None = None

    @property
    def nights(self) -> int:
        return (self.ends - self.starts).days

    def overlaps(self, starts: date, ends: date) -> bool:
        return self.status != "cancelled" and self.starts < ends and starts < self.ends
