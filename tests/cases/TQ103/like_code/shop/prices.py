def place(number):
    return number


def prices():
    return [1]
