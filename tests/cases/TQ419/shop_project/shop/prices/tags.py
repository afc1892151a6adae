class Tag:
    size = 3


class Small(Tag):
    pass


class Label:
    size = 3
