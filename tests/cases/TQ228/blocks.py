import unittest


class ParseTest(unittest.TestCase):
    def test_prices(self):
        for text in ("größe", "2"):
            with self.subTest(text=text):  # TQ228
                parse(text)

    def test_after(self):
        for text in ("1", "2"):
            with self.subTest(text):  # TQ228
                price = parse(text)
        self.assertEqual(price, 2)

    async def test_async(self):
        with self.subTest("x"):  # TQ228
            await parse("1")

    def test_checked(self):
        for text in ("1", "2"):
            with self.subTest(text=text):
                self.assertEqual(parse(text), 1)
            with self.subTest(text=text):
                assert parse(text)
            with self.subTest(text=text):
                with self.assertRaises(ValueError):
                    parse(text)
            with self.subTest(text=text):
                self.compare(text)
            with self.subTest(text=text):
                check_price(parse(text))
            with self.subTest(text=text):
                if not parse(text):
                    self.fail("nothing")
            with self.subTest(text=text), self.assertRaises(ValueError):
                parse(text)
            with self.subTest(text=text):
                pass

    def compare(self, text):
        self.assertEqual(parse(text), 1)

    def test_does_not_raise(self):
        with self.subTest("x"):
            parse("1")


def test_subtests(subtests):
    for text in ("1", "2"):
        with subtests.test(text=text):  # TQ228
            parse(text)
        with subtests.test(text=text):
            assert parse(text)


def test_steps(subtests):
    with subtests.test("parse"):
        price = parse("1")
    with subtests.test("price"):
        assert price == 1
    with subtests.test("parse again"):  # TQ228
        price = parse("1")


class ValidatorTest(unittest.TestCase):
    def test_lengths(self):
        for text in ("größe", "2"):
            with self.subTest(text=text):
                validate_length(text)
        for text in ("", "2" * 80):
            with self.subTest(text=text), self.assertRaises(ValueError):
                validate_length(text)

    def test_numbers(self):
        for number in (1, 2):
            with self.subTest(number=number):
                self.form.accept(number)
        self.assertRaises(ValueError, self.form.accept, 0)

    async def test_names(self):
        with self.subTest("good"):
            await accept("Ada")
        with self.subTest("bad"):
            with self.assertRaisesRegex(ValueError, "no name"):
                await accept("")

    def test_other_function(self):
        with self.subTest("good"):  # TQ228
            accept("Ada")
        with self.assertRaises(ValueError):
            refuse("")

    def test_other_object(self):
        with self.subTest("good"):  # TQ228
            self.form.accept("Ada")
        with self.assertRaises(ValueError):
            self.shop.accept("")

    def test_more_work(self):
        with self.subTest("good"):  # TQ228
            accept("Ada")
            self.shop.open()
        with self.assertRaises(ValueError):
            accept("")

    def test_kept(self):
        with self.subTest("good"):  # TQ228
            price = accept("Ada")
        with self.assertRaises(ValueError):
            accept("")


class CleanTest(unittest.TestCase):
    def test_clean_success(self):
        for name in ("größe", "name"):
            with self.subTest(name):
                stall = Stall(name)
                stall.full_clean()

    def test_clean_failure(self):
        for name in ("", None):
            with self.subTest(name), self.assertRaises(ValueError):
                Stall(name).full_clean()

    def test_clean_again(self):
        stall = Stall("")
        with self.assertRaises(ValueError):
            stall.full_clean()
