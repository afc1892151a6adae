class Till:
    async def shut(self):
        self.is_shut = True

    def count(self):
        return 3
