import ctypes

from shop import service


def test_length_is_asked():
    length = ctypes.pythonapi.PySequence_Length
    length.argtypes = [ctypes.py_object]
    length.restype = ctypes.c_ssize_t
    assert length(service.orders()) == 0


def test_charge():
    service.charge = lambda price: "paid"  # TQ607
    assert service.order(10) == "paid"
