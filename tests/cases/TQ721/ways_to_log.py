import logging
import sys
import traceback
from pprint import pprint as show

from shop import till

LOGGER = logging.getLogger(__name__)
_LOGGER = logging.getLogger("größe")


def test_constant_logger():
    try:
        till.sell("tea")
    except Exception:  # TQ721
        LOGGER.error("not sold")


def test_private_logger():
    try:
        till.sell("tea")
    except KeyError as error:  # TQ721
        _LOGGER.info("not sold: %s", error)
    assert till.total == 3


def test_logger_on_the_spot():
    try:
        till.sell("tea")
    except Exception:  # TQ721
        logging.getLogger(__name__).exception("not sold")


async def test_trace():
    try:
        await till.sell("tea")
    except Exception:  # TQ721
        traceback.print_exc()


def test_written():
    try:
        till.sell("tea")
    except KeyError as error:  # TQ721
        sys.stderr.write(str(error))


def test_told_to_the_code():
    try:
        till.sell("tea")
    except KeyError as error:
        till.error(error)
    assert till.errors == 1


def test_shown_by_the_code():
    try:
        till.sell("tea")
    except KeyError as error:
        till.dialog().error(error)
    assert till.errors == 1


def test_trace_of_the_till(till, output):
    try:
        till.sell("tea")
    except Exception:
        till.print_exc(output)
    assert output.lines == ["größe"]


note = logging.getLogger("till")
shop = till.shop("größe")


def test_logger_of_another_name():
    try:
        till.sell("tea")
    except KeyError as error:  # TQ721
        note.info("not sold: %s", error)
    assert till.total == 3


def test_logger_made_in_the_test():
    book = logging.getLogger("book")
    try:
        till.sell("tea")
    except KeyError as error:  # TQ721
        book.error("not sold: %s", error)
    assert till.total == 3


def test_told_to_the_shop():
    try:
        till.sell("tea")
    except KeyError as error:
        shop.error(error)
    assert till.errors == 1


def test_shown_by_another_name():
    try:
        till.sell("tea")
    except KeyError as error:  # TQ721
        show(error.args)
    assert till.total == 3
