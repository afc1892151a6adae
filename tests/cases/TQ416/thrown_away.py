from unittest.mock import Mock, create_autospec

from shop import checkout


def test_any_object_can_be_followed(mocker):
    create_autospec("gateway")
    Mock(spec="gateway")
    mocker.patch("shop.gateway", spec="gateway")  # TQ416
    gateway = create_autospec("gateway")  # TQ416
    assert checkout(gateway) == 3
    assert checkout(Mock(spec="gateway")) == 3  # TQ416
