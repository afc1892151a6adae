from asyncio import Future


class Gate:
    def wait(self):
        return Future()

    async def pass_through(self):
        return 1
