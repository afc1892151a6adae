import unittest

# def test_total(cart):  # TQ114
#     assert cart.total == 1


#async def test_total(cart):  # TQ114
#    found = await cart.total()
#    assert found == "日本"


def test_kept(cart):
    cart.add(1)
    # assert cart.total == 1  # TQ114
    # assert cart.name == "a"
    assert cart.total == 2

    # cart.add(2)  # TQ114
    # assert cart.total == 4
    cart.close()
    # assert is_closed(cart)  # TQ114


class CartTest(unittest.TestCase):
    # def test_total(self):  # TQ114
    #     self.assertEqual(
    #         self.cart.total,
    #         1,
    #     )

    def test_name(self):
        # self.assertEqual(self.cart.name, "a")  # TQ114
        self.assertTrue(self.cart.is_open)
        #     self.assertIn(  # TQ114
        #         "a", self.cart,
        #     )


# @pytest.mark.slow  # TQ114
# def test_decorated(cart):
#     assert cart.total == 1


def test_prose(cart):
    # assert correctness
    # assert that the total is right
    # assert nothing
    # def test_ is the prefix that pytest looks for
    # tests assert x == y elsewhere
    assert cart.total == 1  # assert cart.total == 2
    # >>> assert cart.total == 1
    # ... assert cart.total == 1
    text = """
    # assert cart.total == 1
    # def test_total(cart):
    #     assert cart.total == 1
    """
    assert cart.text == text


def test_example(cart):
    """Say it like this:

    # assert cart.total == 1
    """
    # assert
    # self.assertEqual is what unittest says
    # assertEqual(a, b)
    assert cart.total == 1


# def helper(cart):
#     return cart.total


# @mark  # TQ114
# def test_in_two_parts(shop):
#     total = shop.checkout()

#     assert total == 1

#     assert shop.count == 2


# assert shop.total() == 1  # TQ114


def test_above_goes_on_no_more(shop):
    assert shop.total() == 1
    #     assert shop.count() == 1  # TQ114


def test_other_assertions(shop, pay):
    # pay.assert_called_once_with(1)  # TQ114
    shop.close()
    # shop.pay.refund.assert_not_called()  # TQ114
    shop.close()
    # with pytest.raises(ValueError):  # TQ114
    #     shop.pay(-1)
    shop.close()
    # with self.assertRaises(  # TQ114
    #     ValueError,
    # ):
    #     shop.pay(-1)
    assert shop.total == 1
    # with pytest.raises(ValueError) the till would stay open
    # with open_till() as till:
    #     till.pay()
    # pay.assert_called_once_with says more


def test_until_the_deprecation_ends(till):
    # größe: when the deprecation ends, replace with:
    # with pytest.raises(TypeError):
    #     till.sell(None)
    till.sell(None)
    # replace the tea first  # TQ114
    # assert till.sum() == 3
    assert till.sum() == 4
