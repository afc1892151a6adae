import logging
import sys
import traceback

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
