from shop.mail import broadcast, send


def run():
    return len(broadcast([1])) + send()
