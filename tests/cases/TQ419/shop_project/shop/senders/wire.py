import wire


def by_wire():
    return wire.send()
