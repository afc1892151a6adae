import unittest

from shop import Product, Queue


class QueueTest(unittest.TestCase):
    def test_order(self):
        for name in ("größe", "tea", "cake"):
            self.assertEqual(self.queue.take(), name)

    def test_numbers(self):
        for number in range(3):
            taken = self.queue.take()
            self.assertEqual(taken, number + 1)

    def test_asked_for(self):
        for name in ("tea", "cake"):  # TQ702
            self.assertEqual(self.queue.take(name), name)

    def test_put_aside(self):
        for name in ("tea", "cake"):  # TQ702
            self.queue.next = name
            self.assertEqual(self.queue.take(), name)

    def test_multiplied(self):
        for number in (1, 2):  # TQ702
            self.assertEqual(self.queue.price() * number, number)

    def test_of_another(self):
        for name in ("tea", "cake"):  # TQ702
            self.assertEqual(self.queue.take(), self.shop.place(name))

    def test_no_more(self):
        for _ in range(3):  # TQ702
            self.assertIsNone(self.queue.take())

    def test_answers(self):
        first, second = [self.queue.put(name) for name in ("tea", "cake")]
        third = self.queue.put("milk")
        for place in (first, second, third):
            self.assertTrue(place.is_taken())

    def test_answers_used(self):
        first, second = self.queue.put("tea"), self.queue.put("cake")
        for place in (first, second):  # TQ702
            self.assertTrue(self.queue.has(place))

    def test_made_by_the_test(self):
        tea, cake = Product("tea"), Product("cake")
        for product in (tea, cake):  # TQ702
            self.assertTrue(product.is_sold())


def test_pairs():
    queue = Queue()
    for name, price in [("tea", 3), ("cake", 5)]:
        assert queue.take() == (name, price)


def test_pairs_of_inputs():
    queue = Queue()
    for name, price in [("tea", 3), ("cake", 5)]:  # TQ702
        assert queue.price(name) == price
