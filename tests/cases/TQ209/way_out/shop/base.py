def assert_(condition, text="no"):
    if not condition:
        raise ValueError(text)
