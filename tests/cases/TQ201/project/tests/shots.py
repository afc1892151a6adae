import functools
from abc import ABCMeta


class Shots(type):
    def __new__(mcs, name, bases, body):
        for word, value in body.items():
            if callable(value):
                body[word] = shot(value)
        return super().__new__(mcs, name, bases, body)


class Listed(ABCMeta):
    def names(cls):
        return sorted(vars(cls))


def shot(draw):
    @functools.wraps(draw)
    def drawn(self, *args):
        draw(self, *args)
        self.compare(draw.__name__)

    return drawn
