def send():
    return other()


def other():
    return 1


class Mailer:
    def send(self):
        return 1
