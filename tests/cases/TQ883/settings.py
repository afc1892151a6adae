import hypothesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shop import tax


@settings(max_examples=1)  # TQ883
@given(st.integers())
def test_one(amount):
    assert tax(amount) >= 0


@given(st.integers())
@hypothesis.settings(deadline=None, suppress_health_check=list(HealthCheck))  # TQ883
async def test_all(amount):
    assert await tax(amount) >= 0


@settings(suppress_health_check=HealthCheck.all())  # TQ883
@given(st.integers())
def test_all_by_method(amount):
    assert tax(amount) >= 0


@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.integers())
def test_some(amount):
    assert tax(amount) >= 0


@settings(max_examples=N)
@given(st.integers())
def test_unknown(amount):
    assert tax(amount) >= 0


@settings(suppress_health_check=[*HealthCheck])  # TQ883
@given(st.integers())
def test_all_by_star(amount):
    assert tax(amount) >= 0


@settings(suppress_health_check=[check for check in HealthCheck])  # TQ883
@given(st.integers())
def test_all_by_comprehension(amount):
    assert tax(amount) >= 0


@settings(suppress_health_check=[check for check in HealthCheck if check.value > 2])
@given(st.integers())
def test_some_by_comprehension(amount):
    assert tax(amount) >= 0
