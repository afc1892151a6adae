import asyncio
import time
from asyncio import sleep as nap

from shop import checkout, spawn


class FakeTill:
    async def charge(self, amount):
        await asyncio.sleep(0.01)
        return {"größe": amount}

    def total(self):
        time.sleep(0.01)
        return 3


async def test_own_till():  # TQ218
    assert await FakeTill().charge(3) == {"größe": 3}


def test_own_total():  # TQ218
    assert FakeTill().total() == 3


async def test_own_work():  # TQ218
    async def work(number):
        await nap(0)
        return number * 2

    assert await asyncio.gather(work(1), work(2)) == [2, 4]


async def filled(seen):
    while not seen:
        await asyncio.sleep(0.01)
    return seen


async def test_code_fills_it():
    seen = []
    spawn(seen.append)
    assert await filled(seen) == [1]


async def test_code_is_in_it():
    async def work():
        await asyncio.sleep(0)
        return checkout({})

    assert await work() == 3
