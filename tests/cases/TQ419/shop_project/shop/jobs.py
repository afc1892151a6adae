import os
import shop.deep.inner
from shop.mail import send as deliver
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shop.types import Order

try:
    import fast as engine
except ImportError:
    engine = None

if os.name == "nt":
    SEPARATOR = ";"
else:
    PATHS: list = []
    for path in ():
        pass

with open(__file__) as handle, handle as (first, *rest):
    if (size := len(rest)):
        match first:
            case [head, *_]:
                pass


class Job:
    limit = 3

    def run(self):
        pass


def late():
    global cache
    cache = {}


def run():
    from shop.mail import hidden

    return hidden()
