import pytest

from shop import Till, sizes


def test_receipt_is_refused(lines, size):
    with pytest.raises(ValueError):
        room = bytearray(16)
        Till().print_into(room)
    with pytest.raises(ValueError):
        room = bytearray(len(lines) + 2 * 8)
        Till().print_into(room)
    with pytest.raises(ValueError):
        Till().print(bytes(4))
    with pytest.raises(ValueError):  # TQ308
        room = bytearray(-16)
        Till().print_into(room)
    with pytest.raises(ValueError):  # TQ308
        room = bytearray(sizes(lines))
        Till().print_into(room)
    with pytest.raises(ValueError):  # TQ308
        till = Till(16)
        till.print_into(lines)
