class Client:
    async def get(self, path):
        return path
