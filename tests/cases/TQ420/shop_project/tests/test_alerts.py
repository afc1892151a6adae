from unittest.mock import patch

from shop.alerts import alert


@patch("shop.sms.text", return_value=3)  # TQ420
def test_other_names_of_the_module_use_nothing(text):
    assert alert(1) == 3


@patch("shop.alerts.text", return_value=3)
def test_another_test_patches_the_copy(text):
    assert alert(1) == 3


@patch("shop.alerts.text", return_value=3)
@patch("shop.sms.text", return_value=3)
def test_both(text, copy):
    assert alert(1) == 3
