import asyncio
import time


async def test_blinds_stop_after_a_minute(blinds):
    blinds.lower()
    await asyncio.sleep(60)
    assert blinds.state == "down"


def test_motor_cools_down(motor):
    motor.run()
    time.sleep(2)  # TQ505
    assert motor.temperature == 20
