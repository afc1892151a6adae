"""Statuses that may be a success or a failure, with the constants of every framework."""

import http
import unittest
from http import HTTPStatus, HTTPStatus as S

import httpx
import requests
from django.test import TestCase
from rest_framework import status
from starlette import status as st

from shop import app

BOTH = (200, 404)
GOOD = {200, 201, 204}


def test_in_tuple(client):
    assert client.get("/").status_code in (200, 404)  # TQ303


def test_in_list_set_and_constant(client):
    response = client.get("/é")
    assert response.status_code in [200, 500]  # TQ303
    response = client.get("/")
    assert response.status_code in {200, 403}  # TQ303
    response = client.get("/a")
    assert response.status_code in BOTH  # TQ303


def test_or(client):
    response = client.get("/")
    assert response.status_code == 200 or response.status_code == 500  # TQ303


def test_or_with_in(client):
    response = client.get("/")
    assert response.status_code in (200, 201) or 404 == response.status_code  # TQ303


def test_below(client):
    assert client.get("/").status_code < 500  # TQ303


def test_below_or_equal(client):
    assert client.get("/").status_code <= 499  # TQ303


def test_from_the_left(client):
    assert 500 > client.get("/").status_code  # TQ303


def test_not_500(client):
    assert client.get("/").status_code != 500  # TQ303


def test_not_401(client):
    response = client.get("/")
    assert response.status_code != 401  # TQ303


def test_not_in(client):
    assert client.get("/").status_code not in (401, 403)  # TQ303


def test_not_equal_by_not(client):
    assert not client.get("/").status_code == 500  # TQ303


def test_range(client):
    assert 200 <= client.get("/").status_code < 500  # TQ303


def test_range_object(client):
    assert client.get("/").status_code in range(200, 500)  # TQ303


def test_four_codes(client):
    response = client.get("/")
    assert response.status_code in (301, 302, 400, 404)  # TQ303


def test_four_failures_of_two_families(client):
    response = client.get("/")
    assert response.status_code in (400, 401, 403, 500)  # TQ303


async def test_http_status(client):
    response = await client.get("/")
    assert response.status in (HTTPStatus.OK, HTTPStatus.NOT_FOUND)  # TQ303
    response = await client.get("/a")
    assert response.status in (S.OK, http.HTTPStatus.NOT_FOUND.value)  # TQ303


def test_framework_constants(client):
    response = client.get("/")
    assert response.status_code in (status.HTTP_200_OK, status.HTTP_404_NOT_FOUND)  # TQ303
    response = client.get("/b")
    assert response.status_code in (st.HTTP_200_OK, st.HTTP_500_INTERNAL_SERVER_ERROR)  # TQ303
    response = client.get("/c")
    assert response.status_code in (requests.codes.ok, requests.codes.not_found)  # TQ303
    response = client.get("/d")
    assert response.status_code in (httpx.codes.OK, httpx.codes.NOT_FOUND)  # TQ303
    response = client.get("/e")
    assert response.status_code != http.HTTPStatus.INTERNAL_SERVER_ERROR  # TQ303


def test_werkzeug_text(client):
    assert client.get("/").status in ("200 OK", "404 NOT FOUND")  # TQ303


def test_urllib(opener):
    assert opener.open("/").getcode() in (200, 404)  # TQ303


class StatusTest(unittest.TestCase):
    def test_assert_in(self):
        response = app.get("/")
        self.assertIn(response.status_code, [200, 404])  # TQ303

    def test_assert_not_equal(self):
        self.assertNotEqual(app.get("/").status_code, 500)  # TQ303

    def test_assert_less(self):
        self.assertLess(app.get("/").status_code, 500)  # TQ303

    def test_assert_true(self):
        response = app.get("/")
        self.assertTrue(response.status_code in (200, 404))  # TQ303

    def test_assert_true_of_range(self):
        response = app.get("/")
        self.assertTrue(200 <= response.status_code < 500)  # TQ303

    def test_assert_true_of_or(self):
        response = app.get("/")
        self.assertTrue(response.status_code == 200 or response.status_code == 404)  # TQ303

    def test_one(self):
        self.assertEqual(app.get("/").status_code, 200)


class DjangoTest(TestCase):
    def test_client(self):
        response = self.client.get("/")
        self.assertIn(  # TQ303
            response.status_code,
            [200, 404],
        )


def test_one_family(client):
    response = client.get("/")
    assert response.status_code in (200, 201, 202, 204)
    response = client.get("/a")
    assert response.status_code in GOOD
    response = client.get("/b")
    assert 200 <= response.status_code < 300
    response = client.get("/c")
    assert response.status_code in (401, 403)
    response = client.get("/d")
    assert response.status_code in range(200, 300)
    response = client.get("/e")
    assert response.status_code // 100 == 2


def test_redirect_beside_success(client):
    response = client.get("/")
    assert response.status_code in (200, 302)
    response = client.get("/a")
    assert response.status_code in (200, 301, 302, 307)
    response = client.get("/b")
    assert response.status_code < 400


def test_redirect_where_follow_is_known(client):
    response = client.get("/", follow_redirects=True)
    assert response.status_code in (200, 301, 302, 307)  # TQ303


def test_refusals(client):
    response = client.get("/")
    assert response.status_code in (302, 403)
    response = client.get("/a")
    assert response.status_code >= 400
    response = client.get("/b")
    assert response.status_code != 200
    response = client.get("/c")
    assert response.status_code in (403, 404, 422)
    response = client.get("/d")
    assert response.status_code in (400, 500)


def test_said_more_exactly(client):
    response = client.get("/")
    assert response.status_code != 500
    assert response.status_code == 200


def test_said_by_ok(client):
    response = client.get("/")
    assert response.status_code != 401
    assert response.ok


def test_said_by_raising(client):
    response = client.get("/")
    response.raise_for_status()
    assert response.status_code != 204


def test_several_exclusions_and_a_range(client):
    response = client.get("/")
    assert response.status_code != 401
    assert response.status_code < 300


def test_no_status(order):
    assert order.amount in (200, 404)
    assert order.total < 500
    assert order.total != 500
    assert order.status in ("open", "paid")
    assert order.code == 4029


def test_expected_is_given(client, expected):
    assert client.get("/").status_code in expected
    assert client.get("/").status_code == expected


def helper(client):
    assert client.get("/").status_code in (200, 404)
