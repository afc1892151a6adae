from shop import sms
from shop.sms import LIMIT, SmsError, text


def alert(number):
    try:
        return text(number) if number < LIMIT else sms.LIMIT
    except SmsError:
        return None
