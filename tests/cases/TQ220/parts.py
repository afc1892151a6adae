from unittest.mock import patch

from billing import service


@patch("billing.service.charge")
def test_charge(charge):
    charge.return_value = {"ok": True, "lines": [{"price": 3}]}
    assert service.charge(10)["ok"]  # TQ220
    result = service.charge(10)
    assert result["lines"][0]["price"] == 3  # TQ220


@patch("billing.service.post")
def test_post(post):
    post.return_value = {"ok": True}
    assert service.charge(10)["ok"]
