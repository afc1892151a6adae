import functools
import os

import tenacity


def flaky(ticket):
    def wrap(function):
        if not os.environ.get("RUN_ALL"):
            function.skip = f"see {ticket}"
        return function

    return wrap


def retry(times):
    def wrap(function):
        @functools.wraps(function)
        def run(*args, **kwargs):
            for _ in range(times):
                try:
                    return function(*args, **kwargs)
                except AssertionError:
                    pass
            return function(*args, **kwargs)

        return run

    return wrap


def rerun(function):
    return tenacity.retry(stop=tenacity.stop_after_attempt(3))(function)
