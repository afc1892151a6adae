class Weighed:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        if self.value != other:
            raise AssertionError(f"{self.value} is not {other}")
        return True


def weigh(value):
    return Weighed(value)
