# quality matters here, and so does this: prose
import unittest


def test_no_reason(cart):
    # quality: disable TQ701 # TQ001
    assert cart.total == 42


def test_empty_reason(cart):
    if cart.open:  # quality: disable TQ701 () # TQ001
        assert cart.total == 42


def test_unknown_code(cart):
    # quality: disable TQ799 (the code is gone) # TQ001
    assert cart.total == 42


def test_unknown_name(cart):
    # quality: allow-everything (because) # TQ001
    assert cart.total == 42


def test_one_of_two_unknown(cart):
    # quality: disable TQ701, TQ799 (because) # TQ001
    assert cart.total == 42


def test_prose(cart):
    # quality: this is what we care about
    # quality
    # quality: disable the cache before the first run
    assert cart.total == 42


def test_é(cart):
    é = "日本"  # quality: allow-conditional # TQ001
    assert cart.total == é


def test_words_behind_the_reason(cart):
    # quality: disable TQ701 (two tills), see the handbook
    if cart.open:
        assert cart.total == 42


def test_two_empty_reasons(cart):
    # quality: disable TQ701 () ( ) # TQ001
    assert cart.total == 42


def test_one_plain_word(cart):
    # quality: disable everything # TQ001
    assert cart.total == 42


class CartTest(unittest.TestCase):
    def test_reasoned(self):
        # quality: allow-conditional (two tills)
        if self.cart.open:
            self.assertEqual(self.cart.total, 42)

    # quality: allow-call-contract (the ledger is remote)
    def test_named(self):
        self.ledger.assert_called_once_with(42)

    def test_text(self):
        text = "# quality: disable TQ701"
        self.assertEqual(self.cart.name, text)
