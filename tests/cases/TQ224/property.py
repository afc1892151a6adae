"""A property of the code may call the mock that the test has put on its object, and keep the answer."""

from unittest.mock import Mock

from shop import Hub


def test_loop():
    hub = Hub("größe")
    hub._loop = None
    hub.create_loop = Mock(name="create_loop")
    assert hub.loop is hub.create_loop()
    assert hub._loop is hub.create_loop()


def test_answer():
    hub = Hub("größe")
    hub.run()
    loop = Mock()
    assert loop.is_running()  # TQ224
