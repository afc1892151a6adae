class Switched(type):
    state = None

    @property
    def current(cls):
        return cls.state

    @current.setter
    def current(cls, value):
        cls.state = value
