class Lamp:
    async def dim(self):
        self.is_dark = True


def light():
    return Lamp()
