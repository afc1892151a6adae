from conftest import session
from elsewhere.fixtures import connection


def test_brought_along(connection):
    assert connection.state == "open"


def test_the_one_in_sight(session):  # TQ804
    assert session.state == "open"
