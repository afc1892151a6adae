from billing import orders

seen = []


def test_added_to_a_global():
    global seen  # TQ604
    seen += [orders.create("é")]
    assert orders.count() == 1


def test_appended_to_a_global():
    global seen
    seen.append(orders.create())  # TQ604
    assert orders.count() == 1


def test_reads():
    assert orders.all() == seen
