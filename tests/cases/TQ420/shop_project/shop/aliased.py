from .mail import send as deliver


def run():
    return deliver()
