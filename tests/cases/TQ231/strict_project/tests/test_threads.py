import threading


def test_nested(cart):
    def work():
        assert cart.total() == 6

    threading.Thread(target=work).start()
