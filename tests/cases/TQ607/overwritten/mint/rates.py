import locale

from mint import table

rates = {}
client = None


def load():
    global rates
    rates = {"EUR": 1}
    return rates


def reload():
    return load()


def connection():
    global client
    if client is None:
        client = object()
    return client


def local():
    rates = {"USD": 2}
    return rates


def price(amount):
    if hasattr(locale, "_cached"):
        locale._cached = None
    table.rows = [amount]
    return amount


def looked_up(key):
    if not table.rows:
        table.rows = [key]
    return table.rows


class Mint:
    def __init__(self):
        table.limit = 3

    def close(self):
        table.owner = None


def changed(path):
    if path.endswith(".json"):
        table.rows = []
        return True
    return None


def refreshed(force):
    if not force:
        return table.rows
    table.rows = []
    return table.rows


def synced(path):
    if changed(path):
        reload()
    return rates


def grown(row):
    table.rows = [*table.rows, row]
    return table.rows


def disconnect():
    global client
    if client is not None:
        client.close()
        client = None


def emptied():
    if table.rows:
        table.rows = []
    return table.rows
