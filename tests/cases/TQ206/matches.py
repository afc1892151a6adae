import pytest


def test_every_case_leaves(shop):
    match shop.state:
        case "open":
            return
        case _:
            pytest.skip("größe")
    assert shop.is_open  # TQ206


def test_one_case_goes_on(shop):
    match shop.state:
        case "open":
            assert shop.is_open
        case _:
            return
    assert shop.lamps


def test_no_case_may_fit(shop):
    match shop.state:
        case "open":
            return
        case "shut":
            raise ValueError(shop)
    assert shop.is_open


def test_last_case_is_guarded(shop):
    match shop.state:
        case "open":
            return
        case other if other > 3:
            return
    assert shop.is_open


def test_behind_the_end_of_a_case(shop):
    match shop.state:
        case "open":
            return
            assert shop.lamps  # TQ206
    assert shop.is_open
