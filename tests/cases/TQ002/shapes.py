import unittest


def test_used_on_the_line(cart):
    if cart.open:  # quality: disable TQ701 (two tills)
        assert cart.total == 42


def test_not_used_on_another_line(cart):
    total = 42  # quality: disable TQ701 (two tills) # TQ002
    if cart.open:
        assert cart.total == total


def test_used_in_the_block(cart):
    # quality: allow-conditional (two tills)
    total = 42
    if cart.open:
        assert cart.total == total


# quality: allow-conditional-in-test (two tills)
@decorated
def test_used_above(cart):
    if cart.open:
        assert cart.total == 42


def test_used_on_the_def(cart):  # quality: disable TQ701,TQ720 (two tills)
    if cart.open:
        assert cart.total == 42


def test_unused(cart):
    # quality: disable TQ202 (not ready) # TQ002
    assert cart.total == 42


# quality: disable TQ701 (two tills)
class CartTest(unittest.TestCase):
    def test_total(self):
        if self.cart.open:
            self.assertEqual(self.cart.total, 42)


def test_malformed(cart):
    # quality: disable TQ202
    assert cart.total == 42


def test_the_reason_is_no_remark_about_the_test(cart):  # quality: disable TQ201 (smoke test, must not raise)
    cart.open()


def test_the_reason_of_a_marker_that_is_not_used(cart):  # quality: disable TQ201 (smoke test) # TQ002
    assert cart.total == 42


class BaseCase(unittest.TestCase):
    def setUp(self):
        self.cart = Cart()


class CartCase(BaseCase):
    def setUp(self):  # quality: disable TQ122 (deliberately without super, the base is slow)
        self.shop = Shop()

    def test_total(self):
        self.assertEqual(self.shop.total, 42)


def test_a_reason_may_hold_a_number_sign(cart):  # quality: disable TQ201 (see #12)
    cart.open()


def test_a_reason_with_a_number_sign_that_is_not_used(cart):  # quality: disable TQ201 (see #12, (old)) # TQ002
    assert cart.total == 42
