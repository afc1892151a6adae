"""Errors that pass through the end of a manager, or come from it."""

from unittest import mock

import pytest

from shop import account, audit, batches, check_open, storage


def test_checks_at_its_end():
    with pytest.raises(AssertionError):
        with check_open():
            account.deposit(1)
            account.withdraw(20)


def test_storage_closes():
    with pytest.raises(OSError):
        with audit() as trail:
            trail.add(1)
            trail.add(2)


def test_storage():
    with pytest.raises(OSError):
        with storage() as trail:
            trail.add(1)
            trail.add(2)
    with pytest.raises(OSError):  # TQ308
        with audit() as trail:
            trail.add(1)
            trail.add(2)
    with pytest.raises(OSError):
        with audit() as trail:
            trail.add(1)
            trail.add(2)
    assert account.total == 3


def test_transaction():
    with pytest.raises(OSError):
        with account.atomic():
            with account.atomic(), account.cursor() as cursor:
                name = cursor.quote("é")
                cursor.run(name)
    with pytest.raises(OSError):
        with batches() as batch:
            batch.put(1)
            batch.put(1)


def test_files_change_nothing():
    with pytest.raises(OSError):  # TQ308
        with open("é") as file:
            account.load(file)
            account.deposit(1)
    assert account.total == 3
    with pytest.raises(OSError):  # TQ308
        with mock.patch("shop.audit"):
            account.deposit(1)
            account.withdraw(1)
    assert account.total == 3


def test_division_elsewhere():
    with pytest.raises(ZeroDivisionError):  # TQ308
        account.deposit(1)
        1 / account.total
    with pytest.raises(ZeroDivisionError):  # TQ308
        total = account.audit()
        total / 0
