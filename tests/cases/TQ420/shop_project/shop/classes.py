from shop.mail import Mailer


def run():
    return Mailer().send()
