from shop.records.base import Registry


@Registry().register
class Invoice:
    total = 3
