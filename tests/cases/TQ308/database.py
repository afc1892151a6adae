"""Errors of a database, which only what asks it can raise."""

import pytest
import sqlalchemy as sa
from django.db import IntegrityError as Conflict
from sqlalchemy.exc import IntegrityError, StatementError

from shop import Account, Refused, open_account


def test_account_is_unique(session, other):
    with pytest.raises(IntegrityError):
        account = Account(name="größe")
        session.add(account)
        session.commit()
    with pytest.raises(sa.exc.IntegrityError):
        session.add_all([Account(name="größe"), other])
        session.flush()
    with pytest.raises((IntegrityError, StatementError)):
        session.add(other)
        session.flush()
    with pytest.raises(Conflict):
        account = Account(name="größe")
        account.save()


def test_two_that_ask(session, other):
    with pytest.raises(IntegrityError):  # TQ308
        session.add(other)
        session.flush()
        session.commit()
    with pytest.raises(IntegrityError):  # TQ308
        account = open_account(name="größe")
        session.add(account)
        session.commit()
    with pytest.raises(Conflict):  # TQ308
        account = Account.objects.create(name="größe")
        Account.objects.create(name=account.name)


def test_error_of_the_product(session, other):
    with pytest.raises(Refused):  # TQ308
        account = Account(name="größe")
        session.add(account)
        session.commit()
    with pytest.raises((IntegrityError, Refused)):  # TQ308
        session.add(other)
        session.commit()
