def test_method_that_the_code_decorates(ledger):
    class Price:
        def __init__(self, net):
            self.net = net

        @ledger.remembers()
        def gross(self, rate):
            return self.net * rate

    apple, pear = Price(2), Price(3)
    first = apple.gross(5)
    assert apple.gross(5) == first
    assert apple.gross(4) != first
    assert apple.gross(5) != pear.gross(5)


def test_method_that_the_test_decorates(ledger):
    def plainly(function):
        return function

    class Price:
        def __init__(self, net):
            self.net = net

        @plainly
        def gross(self, rate):
            return self.net * rate

    assert ledger.entries == []
    apple = Price(2)
    assert apple.gross(5) == 10  # TQ217


def test_function_that_holds_the_fixture(ledger):
    def booked(line):
        return ledger.book(line)

    assert booked("apple") == 1


def test_function_that_holds_nothing(ledger):
    def doubled(line):
        return line * 2

    assert ledger.entries == []
    assert doubled("ab") == "abab"  # TQ217


def test_words_of_another_object(drawer, ledger):
    slip = ledger.print(drawer, total=3)
    assert slip.pages == 1
    slip.assert_(total=3)
    slip.assert_(total=3, drawer=None)
