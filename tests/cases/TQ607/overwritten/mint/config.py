from abc import ABCMeta

from mint.meta import Switched


class Guarded(type):
    def __setattr__(cls, name, value):
        pass


class Config(metaclass=Switched):
    limit = 3


class Strict(metaclass=Guarded):
    limit = 3


class Plain(metaclass=ABCMeta):
    limit = 3
    current = None
