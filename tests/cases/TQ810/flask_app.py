import flask_migrate
import pytest
from flask_migrate import upgrade

from shop import create_app


@pytest.fixture
def app():
    app = create_app("größe")
    with app.app_context():
        upgrade()  # TQ810
        yield app
        flask_migrate.downgrade(revision="base")  # TQ810


@pytest.fixture
def prices(app):
    app.prices.upgrade()
    return app.prices
