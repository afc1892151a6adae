def test_saves_and_sends(shop):  # TQ711
    assert shop.save() == 1


def test_guarda_y_envia(shop):  # TQ711
    assert shop.save() == 1


def test_read_and_write(shop):
    assert shop.save() == 1


def test_and_operator(shop):
    assert shop.save() == 1


def test_read_and_write_and_close(shop):  # TQ711
    assert shop.save() == 1


def test_standard_android_y(shop):
    assert shop.save() == 1


def helper_and_more(shop):
    assert shop.save() == 1


def test_fails_when_shop_is_closed_and_empty(shop):
    assert shop.save() == 1


def test_between_tea_and_cake(shop):
    assert shop.save() == 1


def test_falla_si_cerrado_y_lleno(shop):
    assert shop.save() == 1


def test_saves_and_sends_when_open(shop):  # TQ711
    assert shop.save() == 1


def test_whenever_saved_and_sent(shop):  # TQ711
    assert shop.save() == 1


def test_get_and_set_returns_old_price(shop):
    assert shop.get_and_set("tea", 3) == 2


def test_right_read_and_order(shop):
    assert shop.may("größe", Right.READ_AND_ORDER) == 1


def test_gets_and_sets_price(shop):  # TQ711
    shop.set("tea", 3)
    assert shop.get("tea") == 3


def test_get_and_set_and_close(shop):  # TQ711
    assert shop.get_and_set("tea", 3) == 2
    assert shop.close() == 0


def test_y_axis_label(shop):
    assert shop.chart("größe") == 1


def test_y_label_y_title(shop):  # TQ711
    assert shop.chart("größe") == 1
