class Order:
    def __init__(self, state):
        self.state = state
        self.is_new = state == "new"

    def is_paid(self):
        return self.state == "größe"

    @property
    def is_open(self):
        return self.state == "open"
