# path: tests/test_door.py
import gc
from unittest import mock

import pytest


# ------------------------------------------------------------ faults in the way


def test_mail_is_down(shop):
    shop.mailer.send = mock.Mock(side_effect=[OSError, None])
    shop.order("apple")


def test_mail_is_gone(shop):
    fault = make_fault()
    error = OSError(3)
    shop.mailer.send.side_effect = error
    shop.order("apple")


def test_mail_is_up(shop):  # TQ201
    shop.mailer.send.side_effect = lambda text: None
    shop.order("apple")


def test_backend_breaks(shop):
    shop.backend.breaks_on_read = True
    shop.order("apple")


def test_backend_is_fast(shop):  # TQ201
    shop.backend.fast = True
    shop.order("apple")


def test_callback(shop):
    def burn():
        raise OSError

    shop.on_order(burn)


def test_quiet_callback(shop):  # TQ201
    def rest():
        return 1

    shop.on_order(rest)


def burn(*args):
    raise OSError


def test_callback_of_file(shop):
    shop.on_order(burn)


class Watchman:
    def pass_by(self, name):
        if not name:
            raise ValueError(name)


@with_settings(WATCH=[Watchman()])
class TestWatched:
    def test_order(self, shop):
        shop.order("apple")


@with_settings(WATCH=[])
class TestUnwatched:
    def test_order(self, shop):  # TQ201
        shop.order("pear")


# ------------------------------------------------------------ names


def test_remove_unknown_door(house):
    house.remove("door")


def test_close_twice(house):
    house.close()
    house.close()


def test_close_idempotent(house):
    house.close()
    house.close()


def test_unicode_name(house):
    house.rename("Häuschen")


def test_rename_none(house):
    house.rename(None)


def test_rename_returns_none(house):  # TQ201
    house.rename("x")


def test_open_no_key(house):
    house.open()


def test_open_no_permission(house):  # TQ201
    house.open()


def test_delete_not_allowed(house):  # TQ201
    house.delete("door")


def test_accepts_old_keys(house):
    house.open("1890")


def test_open(house):  # TQ201
    house.open("1900")


@pytest.mark.parametrize("valid_key", ["a", "b"])
def test_keys(house, valid_key):
    house.open(valid_key)


@pytest.mark.parametrize("key", ["a", "b"])
def test_other_keys(house, key):  # TQ201
    house.open(key)


def test_all_keys(house):
    accepted_keys = ["a", "b"]
    for key in accepted_keys:
        house.open(key)


def test_some_keys(house):  # TQ201
    for key in ["a", "b"]:
        house.open(key)


# ------------------------------------------------------------ words


def test_key_by_name(house):
    """Every key of the past is accepted."""
    house.open("gold")


def test_key_of_staff(house):  # TQ201
    """The key is taken."""
    house.open("silver")


def test_key_of_nobody(house):
    """The key can be None."""
    house.open("nobody")


def test_key_of_guest(house):  # TQ201
    """A guest can open."""
    house.open("guest")


def test_key_of_guest_works(house):  # TQ201
    """Test that the key of a guest works."""
    house.open("guest")


def test_changed_key(house):  # TQ201
    """Changing the key works."""
    house.open("changed")


def test_key_for_coverage(house):  # TQ201
    # for coverage
    house.open("cover")


def test_key_twice(house):
    house.open("one")
    # make sure that it opens again
    house.open("one")


def test_key_thrice(house):  # TQ201
    # make sure that it is one
    house.open("one")


def test_number_as_key(house):
    house.open(7)  # type: ignore[arg-type]


def test_bad_bytes(house):
    house.open(b"\xff", errors="ignore")


def test_strict_bytes(house):  # TQ201
    house.open(b"\xff", errors="strict")


# Opening in the dark must not raise an exception.


def test_dark(house):
    house.open("dark")


# Doors, that is what it is about.


def test_light(house):  # TQ201
    house.open("light")


def test_wooden_key(house):
    """Keys are copyable."""
    house.open("wood")


def test_plastic_key(house):  # TQ201
    """Keys are available."""
    house.open("plastic")


def test_bent_key(house):
    """The door opens even if the key is bent."""
    house.open("bent")


def test_heavy_key(house):
    # this used to cause an endless turn
    house.open("heavy")


def test_read_only_key(house):  # TQ201
    house.open("stone")


def test_all_doors(house):  # TQ201
    # Check that all doors work.
    house.open("1")
    house.open("2")


def test_night_loop(house):  # TQ201
    # test whether the night loop runs
    house.sleep()


def test_reported_frost(house):  # TQ201
    """A user reports a bug."""
    house.report("ice")


def test_bell(house):
    # the bell will raise a KeyError
    house.ring("bell")


def test_bell_of_stone(house):
    house.ring("stone")  # raises KeyError without a clapper


def test_bell_of_glass(house):  # TQ201
    # should raise a KeyError
    house.ring("glass")


def test_bell_that_rings(house):  # TQ201
    """The bell will raise the house."""
    house.ring("bell")


def test_hung_bell(house):
    house.ring("bell")


def test_ring_has_no_assertion(house):  # TQ201
    house.ring("bell")


def test_ring_result_is_ignored(house):  # TQ201
    house.ring("bell")


def test_it_runs(house):  # TQ201
    """Just calls it."""
    house.ring("bell")


def test_dir_not_exists(house):
    house.store("bell")


def test_loop(house):
    def ring(*args):
        house.should_stop = True

    house.on_bell(ring)
    house.run()


def test_no_loop(house):  # TQ201
    def ring(*args):
        house.bell = True

    house.on_bell(ring)
    house.run()


def test_bell_has_default_implementation(house):  # TQ201
    house.bell()


def test_bell_is_movable(house):
    house.ring("bell")


def test_bell_is_available(house):  # TQ201
    house.ring("bell")


def test_visitor_not_callable(house):
    house.visit(3)


def test_visitor_gone(house):
    visitor = house.visit("Ada")
    del visitor
    gc.collect()
    house.ring("bell")


def test_bell_out_of_order(house):
    shorted = OSError()
    with mock.patch.object(house, "wire") as wire:
        wire.side_effect = shorted
        house.ring("bell")


def test_bell_of_others(house):  # TQ201
    tone = Tone()
    with mock.patch.object(house, "wire") as wire:
        wire.side_effect = tone
        house.ring("bell")


def test_bell_rings_on(house):
    # the bell may ring on, and an error is not shown
    house.ring("bell")


def test_bell_says_errors(house):  # TQ201
    # an error is shown
    house.ring("bell")


def test_ring_of_lists(house):
    """A list of bells would result in a traceback before the bells were made iterable."""
    house.ring(["bell", "gong"])
