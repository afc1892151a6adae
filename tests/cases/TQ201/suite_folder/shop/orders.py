def pay(order):
    order.paid = True


class Ledger:
    def settle(self, order):
        if not order.paid:
            raise ValueError(order)
