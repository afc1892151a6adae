import unittest
from unittest.mock import patch


class CheckoutTest(unittest.TestCase):
    def test_what_the_printer_gets(self):
        ann = self.shop.customer("Ann")
        ann.city = "Rome"
        ann.member = True
        tea = self.shop.add("tea")
        tea.price = 3
        tea.tax = 1
        cake = self.shop.add("cake")
        cake.price = 5
        with patch("shop.printer.write") as write:
            self.shop.checkout(ann, tea, cake)
        wanted = {"größe": tea.size(), "name": ann.label()}
        write.assert_called_once_with(wanted)

    def test_what_the_printer_gets_of_much(self):  # TQ707
        ann = self.shop.customer("Ann")
        ann.city = "Rome"
        ann.member = True
        tea = self.shop.add("tea")
        tea.price = 3
        tea.tax = 1
        cake = self.shop.add("cake")
        cake.price = 5
        milk = self.shop.add("milk")
        milk.price = 1
        milk.tax = 1
        cart = self.shop.cart(ann)
        self.shop.checkout(cart, tea, cake, milk)
        wanted = {"size": tea.size(), "name": ann.label()}
        self.write.assert_called_once_with(wanted)

    def test_order_of_sales(self):
        for name in ("tea", "cake", "milk"):
            for size in range(3):
                self.shop.add(name, size)
        till = self.shop.till()
        till.close()
        times = []
        for name in ("tea", "cake", "milk"):
            for size in range(3):
                times.append((name, self.shop.sold_at(name, size)))
        ordered = sorted(times, key=lambda pair: pair[1])
        names = [pair[0] for pair in ordered]
        first = names[:3]
        wanted = ["tea", "tea", "tea"]
        self.assertEqual(first, wanted)

    def test_order_of_what_is_there(self):  # TQ707
        tea = self.shop.add("tea")
        tea.price = 3
        tea.tax = 1
        cake = self.shop.add("cake")
        cake.price = 5
        cake.tax = 1
        milk = self.shop.add("milk")
        milk.price = 1
        milk.tax = 1
        till = self.shop.till()
        till.rate = 2
        rows = till.close()
        ordered = sorted(rows)
        self.assertEqual(ordered, [1, 3, 5])


def test_total_in_the_database(shop):
    ann = shop.customer("Ann")
    ann.city = "Rome"
    ann.member = True
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    cake = shop.add("cake")
    cake.price = 5
    cake.tax = 1
    ann.name = "größe"
    shop.checkout(ann, tea, cake)
    order = Order.objects.get(customer=ann)
    ann.refresh_from_db()
    assert order.total == ann.debt


def test_total_in_the_database_of_much(shop):  # TQ707
    ann = shop.customer("Ann")
    ann.city = "Rome"
    ann.member = True
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    cake = shop.add("cake")
    cake.price = 5
    cake.tax = 1
    ann.name = "größe"
    ann.street = "Via"
    shop.checkout(ann, tea, cake)
    order = Order.objects.get(customer=ann)
    ann.refresh_from_db()
    assert order.total == ann.debt


def test_tidied_up_before_the_assertion(shop):
    ann = shop.customer("Ann")
    ann.city = "Rome"
    ann.member = True
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    cake = shop.add("cake")
    cake.price = 5
    total = shop.checkout(ann, tea, cake)
    shop.remove("tea")
    shop.remove_customer("größe")
    shop.remove("cake")
    assert total == 8


def test_removal_is_the_act(shop):  # TQ707
    ann = shop.customer("Ann")
    ann.city = "Rome"
    ann.member = True
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    cake = shop.add("cake")
    cake.price = 5
    cake.tax = 1
    cart = shop.cart(ann)
    cart.size = "größe"
    shop.remove(cart)
    assert cart.total == 0


class ExportTest(unittest.TestCase):
    def test_line_of_the_file(self):
        ann = self.shop.customer("Ann")
        ann.city = "Rome"
        ann.member = True
        tea = self.shop.add("tea")
        tea.price = 3
        tea.tax = 1
        cake = self.shop.add("cake")
        cake.price = 5
        cake.tax = 1
        cake.name = "größe"
        self.shop.export(self.path)
        with open(self.path, encoding="utf-8") as file:
            for line in file:
                if "tea" in line:
                    self.assertIn("größe", line)

    def test_line_read_by_the_code(self):  # TQ707
        ann = self.shop.customer("Ann")
        ann.city = "Rome"
        ann.member = True
        tea = self.shop.add("tea")
        tea.price = 3
        tea.tax = 1
        cake = self.shop.add("cake")
        cake.price = 5
        cake.tax = 1
        cake.name = "größe"
        self.shop.export(self.path)
        with open(self.path, encoding="utf-8") as file:
            rows = self.shop.load(file)
            self.assertIn("größe", rows)


def test_two_results(shop):
    tea = shop.add("größe")
    tea.price = 1
    tea.tax = 2
    tea.size = 3
    tea.colour = 4
    tea.origin = 5
    tea.label = 6
    tea.code = 7
    tea.weight = 8
    tea.grade = 9
    tea.owner = 10
    tea.place = 11
    tea.shelf = 12
    tea.row = 13
    tea.box = 14
    tea.unit = 15
    tea.kind = 16
    tea.state = 17
    tea.season = 18
    tea.maker = 19
    sold = [shop.checkout(item) for item in (tea, tea)]
    kept = shop.left()
    assert sold == list(range(2))
    assert kept == 0


def test_result_of_the_last(shop):  # TQ707
    tea = shop.add("größe")
    tea.price = 1
    tea.tax = 2
    tea.size = 3
    tea.colour = 4
    tea.origin = 5
    tea.label = 6
    tea.code = 7
    tea.weight = 8
    tea.grade = 9
    tea.owner = 10
    tea.place = 11
    tea.shelf = 12
    tea.row = 13
    tea.box = 14
    tea.unit = 15
    tea.kind = 16
    tea.state = 17
    tea.season = 18
    tea.maker = 19
    sold = shop.checkout(tea)
    kept = shop.left(sold)
    assert kept == list(range(2))
    assert sold == 1


def test_part_of_the_later_result(shop):  # TQ707
    tea = shop.add("größe")
    tea.price = 1
    tea.tax = 2
    tea.size = 3
    tea.colour = 4
    tea.origin = 5
    tea.label = 6
    tea.code = 7
    tea.weight = 8
    tea.grade = 9
    tea.owner = 10
    tea.place = 11
    tea.shelf = 12
    tea.row = 13
    tea.box = 14
    tea.unit = 15
    tea.kind = 16
    tea.state = 17
    tea.season = 18
    tea.maker = 19
    wanted = shop.label(tea)
    bill = shop.checkout(tea)
    label = bill.labels[0]
    assert label == wanted
    assert bill.total == 5
