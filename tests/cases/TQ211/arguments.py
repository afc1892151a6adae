import unittest


class CartTest(unittest.TestCase):
    def test_values(self):
        self.assertTrue(self.cart.total(), 6)  # TQ211
        self.assertTrue(self.cart.größe(), None)  # TQ211
        self.assertTrue(len(self.cart), 2)  # TQ211
        self.assertTrue(total, expected)  # TQ211
        self.assertTrue(self.cart.names, ["apple", "pear"])  # TQ211
        self.assertFalse(self.cart.total(), 6)  # TQ211
        self.assertTrue(self.cart.total(), self.cart.sum())  # TQ211
        self.assertTrue(  # TQ211
            self.cart.total(),
            -1,
        )
        self.assertTrue(self.cart.paid, True)  # TQ211

    async def test_async(self):
        self.assertTrue(await self.cart.total(), 6)  # TQ211

    def test_messages(self):
        self.assertTrue(self.cart.total(), "no total")
        self.assertTrue(self.cart.total(), f"no total in {self.cart}")
        self.assertTrue(self.cart.total(), "no total in %s" % self.cart)
        self.assertTrue(self.cart.total(), "no total in {}".format(self.cart))
        self.assertTrue(self.cart.total(), msg=self.cart)
        self.assertTrue(self.cart.total(), msg)
        self.assertTrue(self.cart.total(), message)
        self.assertTrue(self.cart.total(), reason)
        self.assertTrue(self.cart.total(), err)
        self.assertTrue(self.cart.total(), error_message)
        self.assertTrue(self.form.is_valid(), self.form.errors)
        self.assertTrue(self.cart.total() == 6, self.cart)
        self.assertTrue(isinstance(self.cart, dict), type(self.cart))
        self.assertTrue(self.cart.total() == 6, (self.cart, 6))
        self.assertTrue(self.cart.total(), repr(self.cart))
        self.assertTrue(self.cart.total())
        self.assertEqual(self.cart.total(), 6)

    def test_flag(self):
        found = False
        for item in self.cart:
            found = item == 3
        self.assertTrue(found, self.cart)

    def test_part_of_the_condition(self):
        self.assertTrue(PATTERN.fullmatch(value), value)
        self.assertTrue(self.cart.total(item), item)

    def test_what_was_found(self):
        found = [item for item in self.cart if item.late]
        self.assertFalse(found, [str(item) for item in found])
        self.assertFalse(self.cart.late, {item.name: item.day for item in self.cart.late})
        self.assertFalse(found, [str(item) for item in self.cart])  # TQ211
        self.assertTrue(found, [3, 4])  # TQ211

    def test_answer(self):
        answer = self.cart.pay(self.card)
        self.assertTrue(answer["paid"], answer.get("error"))
        self.assertTrue(answer["paid"], answer.get("total"))  # TQ211

    def test_rounds(self):
        for number in range(3):
            self.cart.pay(self.card)
            self.assertFalse(self.bank.called, number)
            self.assertFalse(self.bank.call_count, number)  # TQ211
        self.assertFalse(self.bank.called, False)  # TQ211

    def test_what_the_asked_object_says_beside(self):
        paid = self.cart.pay(self.card)
        job = self.cart.job()
        done = job.run()
        self.assertTrue(done, job.remarks)
        self.assertTrue(paid, job.remarks)  # TQ211
        self.assertTrue(paid, self.remarks)  # TQ211

    def test_message_of_other_assertions(self):
        for number in range(3):
            round_of = f"round {number}"
            bill = self.cart.bill(number)
            self.assertEqual(bill.sum, number, round_of)
            self.assertTrue(bill.number, round_of)
            self.assertIsNone(bill.owner, msg=self.place)
            self.assertTrue(bill.day, self.place)

    def test_operand_of_other_assertions(self):
        total = self.cart.total(3)
        self.assertEqual(self.cart.sum, total)
        self.assertTrue(self.cart.price, total)  # TQ211

    def test_text_under_a_name(self):
        bill = self.cart.bill()
        emsg = "the bill of {} is open".format(bill)
        self.assertTrue(bill.is_closed_by(self.card), emsg)
        self.assertTrue(bill.total, emsg)
        told = f"the bill of {bill} is open"
        self.assertTrue(bill.total, told)
        wanted = "{}-{}".format(bill.day, bill.number)
        self.assertTrue(bill.key, wanted)  # TQ211
        greeting = "dear customer"
        self.assertTrue(bill.greeting, greeting)  # TQ211

    def test_all_that_was_asked(self):
        for first, second in self.pairs:
            self.assertTrue(self.shelf.before(first, second), (first, second))
            self.assertFalse(self.shelf.before(second, first), [first, second])
            self.assertTrue(self.shelf.pair(first, second), (first, self.shelf))  # TQ211
            self.assertTrue(self.shelf.pair(first, second), (1, 2))  # TQ211
            self.assertTrue(self.shelf.last, (first, second))  # TQ211

    def test_helper_that_answers(self):
        for size in self.sizes:
            box = self.shelf.box(size)
            self.assertTrue(holds(box, 3), size)
            self.assertTrue(holds(box, 3), True)  # TQ211
            self.assertTrue(weight(box, 3), size)  # TQ211


def holds(box, number):
    if box.closed:
        return False
    return all(item.size == number for item in box)


def weight(box, number):
    if box.closed:
        return None
    return sum(item.size for item in box) * number


class TranslatedTest(unittest.TestCase):
    def test_told_in_words(self):
        total = bill().total
        self.assertTrue(total, _("größe"))
        self.assertTrue(total, self._formatMessage(None, "größe"))
        self.assertTrue(total, rounded(3))  # TQ211
