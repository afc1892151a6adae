import asyncio
import time

from till import Bell, Till


async def test_bell_rings_back():
    rung = False

    def ring(größe):
        nonlocal rung
        rung = True

    bell = Bell()
    bell.when_pressed(ring)
    while True:
        await bell.press()
        if rung:
            break
        await asyncio.sleep(0.01)


def test_till_opens():
    is_open = False

    def opened():
        nonlocal is_open
        is_open = True

    Till(opened).open_drawer()
    while not is_open:
        time.sleep(0.01)


def test_bell_or_time():  # TQ201
    rung = False

    def ring():
        nonlocal rung
        rung = True

    bell = Bell()
    bell.when_pressed(ring)
    end = time.monotonic() + 1
    while True:
        bell.press()
        if rung:
            break
        if time.monotonic() > end:
            break


def test_bell_until_empty():  # TQ201
    bell = Bell()
    while True:
        ring = bell.next_ring()
        if not ring:
            break


def test_bell_rung_by_itself():  # TQ201
    rung = False

    def ring():
        nonlocal rung
        rung = True

    bell = Bell()
    bell.when_pressed(print)
    while not rung:
        ring()
