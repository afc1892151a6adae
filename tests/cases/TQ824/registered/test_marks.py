import pytest
import pytest as pt
from pytest import mark

from shop import tax

smoke = pytest.mark.smoke  # TQ824
pytestmark = [pytest.mark.unit, pytest.mark.slow]  # TQ824


@pytest.mark.slwo  # TQ824
def test_typo():
    assert tax(1) == 1


@pt.mark.level(3)
@mark.integration("db")  # TQ824
async def test_called():
    assert await tax(1) == 1


@pytest.mark.slow
@pytest.mark.asyncio
@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(3)
@pytest.mark.skipif(True, reason="x")
@pytest.mark.flaky(reruns=2)
@pytest.mark.hooked
@pytest.mark.hooked_too
def test_known():
    assert tax(1) == 1


@smoke
def test_alias():
    assert tax(1) == 1


@pytest.mark.parametrize(  # TQ824
    "amount",
    [pytest.param(1, marks=pytest.mark.weird)],
)
def test_case(amount):
    assert tax(amount) == 1


@pytest.mark.own  # TQ824
class TestTax:
    def test_tax(self):
        assert tax(1) == 1


@pytest.mark.parametrise("amount", [1])
def test_misspelled(amount):
    assert tax(amount) == 1


machine_marks = [pytest.mark.slow, pytest.mark.gpu]  # TQ824


def test_added(request):
    request.node.add_marker(pytest.mark.wierd)  # TQ824
    request.applymarker(pytest.mark.slow)
    request.node.add_marker("weird")
    assert tax(1) == 1
