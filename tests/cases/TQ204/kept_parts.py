import unittest

from shop import Handler, make_account, make_user


class Plain:
    pass


class TestScope:
    def setup_method(self):
        self.handler = Plain()

    def test_get(self):
        user = make_user()
        self.handler.scope = {"user": user, "path": "/"}
        assert self.handler.scope.get("user") == user  # TQ204

    def test_item(self):
        user = make_user()
        self.handler.scope = {"user": user, "path": "/"}
        assert self.handler.scope["user"].id == user.id  # TQ204

    def test_local_object(self):
        user = make_user()
        handler = Plain()
        handler.scope = {"user": user}
        assert handler.scope.get("user").id == user.id  # TQ204

    def test_dict_call(self):
        user = make_user()
        scope = dict(user=user, path="/")
        assert scope["user"].email == user.email  # TQ204

    def test_put_in(self):
        user = make_user()
        rows, scope = [], {}
        rows.append(user)
        scope["user"] = user
        assert rows[0].id == user.id  # TQ204
        assert scope.get("user") is user  # TQ204

    def test_nested(self):
        user = make_user()
        state = {"a": {"b": user}}
        assert state["a"]["b"] == user  # TQ204

    def test_class_out_of_sight(self):
        user = make_user()
        handler = Handler()
        handler.scope = {"user": user}
        assert handler.scope["user"].id == user.id
        assert handler.scope.get("user").id == user.id

    def test_another(self):
        user = make_user()
        scope = {"user": make_account()}
        assert scope.get("user").id == user.id

    def test_handed_on(self):
        user = make_user()
        self.handler.scope = {"user": user}
        Handler(self.handler).login()
        assert self.handler.scope.get("user") == user


class ScopeCase(unittest.IsolatedAsyncioTestCase):
    async def test_item(self):
        account = await make_account()
        self.consumer = Plain()
        self.consumer.scope = {"account": account}
        self.assertIs(self.consumer.scope["account"], account)  # TQ204
