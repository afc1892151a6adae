from shop import prices, records

setattr(prices, "GROSS", 4)


def copied(item):
    setattr(item, "NET", prices.NET)
    return getattr(records, item.name)
