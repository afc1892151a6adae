from shop.mail import send


def run():
    return send()
