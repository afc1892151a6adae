import http.client
from http import HTTPStatus

from shop import open_client
from webob.exc import HTTPForbidden


class TestOrders:
    def setup_method(self):
        self.client = open_client()

    def test_gone(self):
        self.client.api_get("/orders", check_status=[410])

    def test_unchecked(self):  # TQ201
        self.client.api_get("/orders", check_status=False)

    def test_forbidden(self):
        self.client.patch("/orders", status=HTTPForbidden.code)

    def test_missing(self):
        self.client.patch("/orders", status=HTTPStatus.NOT_FOUND)

    def test_bad(self):
        self.client.put("/orders", status=http.client.BAD_REQUEST)

    def test_state_of_the_order(self):  # TQ201
        self.client.patch("/orders", status=self.paid)
