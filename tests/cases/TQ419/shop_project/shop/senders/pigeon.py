import pigeon

__all__ = ["by_pigeon"]


def by_pigeon():
    return pigeon.send()
