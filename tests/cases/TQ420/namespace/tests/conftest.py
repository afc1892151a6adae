from unittest.mock import patch

import pytest


@pytest.fixture(autouse=True)
def no_mail():
    with patch("shop.tasks.send", return_value=3):
        yield
