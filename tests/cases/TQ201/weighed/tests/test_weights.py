from shop import parcel

from tests.scales import weigh


def test_parcel_of_tea():
    weigh(parcel("größe")) == 3


def test_parcel_is_only_put_on():  # TQ201
    weigh(parcel("größe"))
