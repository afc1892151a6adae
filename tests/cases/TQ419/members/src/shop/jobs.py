from broker import Worker


class Job:
    retries = 3

    def start(self):
        return self.retries


class Special(Job):
    extra = 3


class Remote(Worker):
    pass


class _Queue:
    def __open(self):
        return 3

    def size(self):
        return self.__open()


class Pool:
    @classmethod
    def shared(cls):
        if not hasattr(cls, "instance"):
            cls.instance = cls()
        return cls.instance

    def open(self):
        type(self).opened: int = 1
        self.capacity = 2
