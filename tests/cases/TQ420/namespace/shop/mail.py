def send():
    return 0
