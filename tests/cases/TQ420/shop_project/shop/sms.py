LIMIT = 3


def text(number):
    return number


class SmsError(Exception):
    pass
