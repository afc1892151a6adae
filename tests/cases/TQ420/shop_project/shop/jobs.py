from shop.mail import send


def run():
    return _step()


def _step():
    return send()


def idle():
    return 1


class Job:
    def run(self):
        return send()
