from shop import prices, records
from shop.prices.tags import Label, Tag

setattr(prices, "GROSS", 4)
prices.TAX = 1
Tag.colour = "red"


def copied(item):
    setattr(item, "NET", prices.NET)
    item.shape = "round"
    return getattr(records, item.name)


def labelled(name, value):
    setattr(Label, name, value)
