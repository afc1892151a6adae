import decimal

from shop import prices


def test_bound():
    context = decimal.getcontext()
    context.prec = 3  # TQ612
    assert prices.total() == 10


def test_put_back():
    context = decimal.getcontext()
    before = context.prec
    try:
        context.prec = 3
        assert prices.total() == 10
    finally:
        context.prec = before


def test_own():
    context = decimal.Context()
    context.prec = 3
    with decimal.localcontext() as inner:
        inner.prec = 4
        assert prices.total(context) == 10
