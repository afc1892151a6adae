import logging
import sys

from shop import doubles

HERE = sys.modules[__name__]
SCALE = "%s.Scale" % __name__
log = logging.getLogger(__name__)


class Scale:
    weight = 3


def weigh():
    return 3


def test_function_is_put_back():
    original = weigh

    @doubles.instead_of(__name__, "weigh")
    def weighed():
        return weigh()

    weighed()
    assert weigh is original


def test_attribute_of_the_file_is_put_back():
    original = weigh
    double = doubles.of(HERE, "weigh")
    assert weigh is original
    double.start()
    double.stop()
    assert original is weigh


def test_class_is_left_alone():
    original = Scale
    for double in (doubles.of(target=SCALE, weight=1), doubles.of(Scale, weight=2)):
        double.start()
        assert Scale is original
        double.stop()


def test_nobody_knows_the_file(cart):
    original = weigh
    cart.weigh(weigh)
    log.info("weighed")
    assert weigh is original  # TQ204
