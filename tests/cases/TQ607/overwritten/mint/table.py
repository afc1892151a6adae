rows = []
limit = None
owner = None


class Cents:
    pass


class Pounds:
    pass


class Purse:
    unit = Cents
    limit = None
