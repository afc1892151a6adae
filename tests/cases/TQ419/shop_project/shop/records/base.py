from shop import records


class Registry:
    def register(self, cls):
        setattr(records, cls.__name__, cls)
        return cls
