def check_total(order):
    if order.total < 0:
        assert False, "negative"  # TQ315
