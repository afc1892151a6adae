class Made:
    def __init__(self):
        self.cart = 1
