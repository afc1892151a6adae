from broker import Worker


class Job:
    retries = 3

    def start(self):
        return self.retries


class Special(Job):
    extra = 3


class Remote(Worker):
    pass
