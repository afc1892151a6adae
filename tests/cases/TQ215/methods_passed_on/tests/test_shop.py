from shop import Lamp, Till


async def test_till():
    till = Till()
    till.shut()  # TQ215
    till.count()
    assert not till.is_shut


async def test_lamp():
    lamp = Lamp()
    assert lamp.dim() is None  # TQ215
    await lamp.dim()
    assert lamp.is_dark


async def test_made_out_of_sight(lamp):
    lamp.dim()
    assert lamp.is_dark
