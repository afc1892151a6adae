# path: tests/test_store.py
import pickle
from contextlib import closing

from shop import make_cart


def test_bucket(s3):
    s3.create_bucket(Bucket="x")
    s3.head_bucket(Bucket="x")
    s3.create_bucket(Bucket="y")


def test_bucket_alone(s3):  # TQ201
    s3.create_bucket(Bucket="x")


def test_permission(db):
    grant("read")
    Permission.objects.get(name="read")


def test_permissions(db):  # TQ201
    grant("read")
    Permission.objects.create(name="read")


def test_first_item():
    cart = make_cart()
    cart["apple"]


def test_entries():
    cart = make_cart()
    cart.open
    cart.close
    cart.total


def test_entry():  # TQ201
    cart = make_cart()
    cart.total


def test_all():
    list(make_cart().items())


def test_all_of_one():  # TQ201
    items = list(make_cart().items())


def test_text():
    make_cart().page().decode("utf-8")


def test_page():  # TQ201
    make_cart().page()


def test_pickled():
    pickle.dumps(make_cart())


def test_hash():
    hash(make_cart())


def test_closing():
    with closing(make_cart()):
        pass


def test_closing_later():  # TQ201
    with closing(make_cart()) as cart:
        cart.empty()


async def test_closed():
    cart = make_cart()
    cart.close()
    await cart.closed


async def test_close():  # TQ201
    cart = make_cart()
    await cart.close()


def test_class():
    field = make_field()

    class Form(Base):
        name = field


def test_field():  # TQ201
    class Form(Base):
        name = None

    make_field(Form)


def test_import():
    reload_all()
    import shop


def test_of_others():
    _shoptests.test_total()


def test_of_client(app):  # TQ201
    app.test_client()


def test_of_helper(shop):
    do_test_no_exception(shop)


def test_of_order():
    sorted([make_cart(), make_cart()])


class TestCompared(tests.elsewhere.Base):
    def test_alias(self):
        eq = self.compare_text
        eq(make_cart().text(), "")

    def test_value(self):  # TQ201
        eq = self.compare_text
        make_cart().text(eq)


def test_import_in_block():
    with fresh_modules():
        import shop


def test_swallowed(shop):
    with shop.suppressing():
        1 / 0


def test_of_text(shop):
    shop.run("""
        self.assertEqual(total(), 6)
    """)


def fail_by_case(test, shop):
    if not shop.open:
        test.fail("closed")


class TestShop:
    def test_open(self, shop):
        fail_by_case(self, shop)


def test_imported_again():
    importlib.reload(shop)


def test_subclass():
    class OwnShop(Shop):
        name = "own"

    OwnShop("x")


def test_no_subclass():  # TQ201
    class OwnShop(Shop):
        name = "own"

    Shop(OwnShop)


def test_table(db):
    migrate(db)
    db.execute("SELECT * FROM orders")
    db.close()


def test_rows(db):  # TQ201
    migrate(db)
    db.execute("INSERT INTO orders VALUES (1)")


def consume(queue):
    queue.drain_events(timeout=1)


def publish(queue):
    queue.publish("x")


def test_consumed(queue):
    consume(queue)


def test_published(queue):  # TQ201
    publish(queue)


def test_hashed():
    {make_cart()}


def test_own_class_method():
    class OwnShop(Shop):
        pass

    OwnShop.make()
