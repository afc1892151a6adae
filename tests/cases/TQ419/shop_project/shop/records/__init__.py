"""Each record registers itself here."""


def load_all():
    __import__("shop.records.invoice")
