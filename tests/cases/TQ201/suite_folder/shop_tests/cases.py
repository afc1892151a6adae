class Case:
    def play(self, order):
        if order.paid is not True:
            raise RuntimeError(order)

    def rest(self, order):
        order.rest()
