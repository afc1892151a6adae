import pytest
import pytest as pt
from pytest import mark

from shop import tax

pytestmark = [pytest.mark.usefixture("db")]  # TQ825


@pytest.mark.parameterize("amount", [1])  # TQ825
def test_parameterize(amount):
    assert tax(amount) == 1


@pt.mark.parametrise("amount", [1])  # TQ825
def test_parametrise(amount):
    assert tax(amount) == 1


@mark.skip_if(True, reason="x")  # TQ825
@mark.xfial  # TQ825
@mark.skp  # TQ825
@mark.filterwarning("ignore")  # TQ825
def test_others():
    assert tax(1) == 1


@pytest.mark.skipIf(  # TQ825
    True,
    reason="ä",
)
class TestTax:
    @pytest.mark.use_fixtures("db")  # TQ825
    def test_tax(self):
        assert tax(1) == 1

    @pytest.mark.paramtrize("amount", [1])  # TQ825
    async def test_async(self, amount):
        assert await tax(amount) == 1


@pytest.mark.fail
@pytest.mark.skin
@pytest.mark.ship
@pytest.mark.slow
@pytest.mark.parametrize_with_cases
@pytest.mark.skipif(True, reason="x")
@pytest.mark.usefixtures("db")
def test_fine():
    assert tax(1) == 1


@pytest.mark.paramaterize("count", [1])  # TQ825
def test_of_two_slips(count):
    assert total(count) == 42


late = [pytest.mark.slow, pytest.mark.xfial]  # TQ825


def test_added(request):
    request.node.add_marker(pytest.mark.xfial(reason="größer"))  # TQ825
    request.applymarker(marker=pt.mark.xfails)  # TQ825
    request.node.add_marker(pytest.mark.xfail)
    assert tax(1) == 1
