from shop.mail import send, shout


def run():
    return shout() + send()
