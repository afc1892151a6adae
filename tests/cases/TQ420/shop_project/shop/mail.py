def send():
    return other()


def other():
    return 1


class Mailer:
    def send(self):
        return 1


def broadcast(numbers):
    return [send() for _ in numbers]


def shout():
    return HANDLERS["all"]([1])


HANDLERS = {"all": broadcast}
