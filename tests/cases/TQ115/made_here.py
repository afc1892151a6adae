import pytest
from shop_plugin import Item


def test_mark_is_kept():
    item = Item("größe")
    item.add_marker(pytest.mark.skip)
    assert "skip" in item.keywords


def test_marked(request):
    request.node.add_marker(pytest.mark.xfail)
    request.applymarker(pytest.mark.skip)  # TQ115
    assert request.node.own_markers
