from shop.mail import other, send


def run():
    return other() + send()
