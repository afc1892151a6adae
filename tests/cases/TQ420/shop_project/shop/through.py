import shop.mail
from shop.mail import send


def run():
    return send() + shop.mail.send()
