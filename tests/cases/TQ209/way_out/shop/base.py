NOTES = []


def assert_(condition, text="no"):
    NOTES.append(text)
    if not condition:
        raise ValueError(text)
