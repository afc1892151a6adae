from mint.config import Config, Plain, Strict
from mint.rates import price


def test_setters_of_a_metaclass():
    Config.current = "gold"
    Strict.limit = 99
    assert price(3) == 3


def test_plain_attributes():
    Config.limit = 99  # TQ607
    Plain.limit = 99  # TQ607
    Plain.current = "gold"  # TQ607
    assert price(3) == 3
