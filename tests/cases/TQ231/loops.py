from threading import Thread


def test_each_round(store):
    def work(count):
        for number in range(count):
            assert store.read() == number  # TQ231

    threads = [Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_rounds_are_counted(store):
    rounds = []

    def work():
        for number in range(3):
            rounds.append(number)
            assert store.read() == number

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert rounds == [0, 1, 2]
