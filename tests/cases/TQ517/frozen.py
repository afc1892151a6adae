from datetime import datetime, timedelta

import freezegun
import pytest
import time_machine as machine

from shop import offers

with freezegun.freeze_time("2024-02-29"):
    LEAP_DAY = datetime.now()
    WEEK_LATER = LEAP_DAY + timedelta(days=7)

with machine.travel(datetime(2024, 3, 1), tick=False):
    FIRST = datetime.now()

with freezegun.freeze_time():
    STOPPED_NOW = datetime.now()

with open("offers.txt") as file:
    READ_AT = datetime.now()

THEN = datetime.now()


@pytest.mark.parametrize(
    ("day", "name"),
    [(LEAP_DAY, "leap"), (WEEK_LATER, "none"), (FIRST, "spring")],
)
def test_offer_of_a_moment(day, name):
    assert offers.of(day) == name


@pytest.mark.parametrize("day", [STOPPED_NOW, LEAP_DAY])  # TQ517
def test_offer_of_the_present_moment(day):
    assert offers.of(day) == "none"


@pytest.mark.parametrize("day", [READ_AT])  # TQ517
def test_offer_of_when_the_file_was_read(day):
    assert offers.of(day) == "none"


@freezegun.freeze_time("2024-02-29")
@pytest.mark.parametrize("day", [THEN, LEAP_DAY])  # TQ517
def test_offer_frozen_too_late(day):
    assert offers.of(day) == "leap"
