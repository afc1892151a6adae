from unittest.mock import Mock

from shop import warn


def test_attribute_of_the_real_thing():
    pill = Mock(side_effects=["sleepy"])
    assert warn(pill) == "sleepy"


def test_real_thing(pill):
    assert pill.side_effects == ["sleepy"]
