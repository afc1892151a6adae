"""Blocks that wait for a warning: what only looks, cleans up, or uses what the block has made."""

import warnings

import pytest

from shop import Account, Base, audit, old, validator


def test_checks():
    with pytest.warns(UserWarning):
        account = Account(1)
        assert account.total == 1
        assert isinstance(account, Account)
        assert_open(account)
    with pytest.deprecated_call():
        total = old(2)
        assert audit(total) == 4
    with pytest.deprecated_call():  # TQ308
        total = old(2)
        assert total == 4
        total = old(3)
        assert total == 9
    with pytest.deprecated_call():  # TQ308
        assert old(2) == 4
        assert old(3) == 9


def test_all_that_it_warned_of_is_looked_through():
    with pytest.warns(UserWarning) as seen:
        audit()
        old(1)
    assert [str(item.message) for item in seen] == ["é", "old"]
    with pytest.warns(UserWarning) as seen:  # TQ308
        audit()
        old(1)


def test_warning_of_a_filter():
    with pytest.warns(UserWarning):
        warnings.simplefilter("always")
        audit()


def test_clean_up():
    with pytest.warns(UserWarning, match="é"):
        left, right = old(1)
        left.close()
        right.close()
    with pytest.warns(UserWarning, match="é"):  # TQ308
        left, right = old(1)
        left.close()
        right.audit()


def test_classes_and_their_use():
    with pytest.warns(UserWarning):

        class Parent(Base):
            @validator("é")
            def check(cls, value):
                return value

        class Child(Parent):
            pass

        assert Child(1).total == 1
        made = Child(2)
        with pytest.raises(ValueError):
            made.audit(Parent)
    with pytest.warns(UserWarning):

        class First(Base):
            pass

        @old
        def second():
            pass

    with pytest.warns(UserWarning):  # TQ308

        class Third(Base):
            pass

        audit(1)


async def test_use_of_what_is_opened():
    with pytest.warns(UserWarning, match="é"):
        hosts = old("é")
        async with audit(hosts) as line:
            info = await line.read()
            assert info == 1


def test_counted_inside():
    with pytest.warns(UserWarning) as seen:
        audit()
        assert len(seen) == 1
        old(1)
        assert len(seen) == 2


def test_own_check(case):
    with pytest.warns(UserWarning, match="é"):
        made = old(1)
        case._check_total(made)
    with pytest.warns(UserWarning, match="é"):  # TQ308
        made = old(1)
        case.audit(made)


def test_last_method_is_under_test(case):
    with pytest.warns(UserWarning, match="é"):  # TQ308
        made = old(1)
        case.format(made)
