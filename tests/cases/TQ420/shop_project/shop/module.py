from shop import mail


def run():
    return mail.send()
