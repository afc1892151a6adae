from unittest.mock import patch

from shop import jobs, tasks


@patch("shop.mail.send", return_value="é")  # TQ420
def test_definition(send):
    assert jobs.run() == "é"


@patch("shop.mail.send", return_value="é")
@patch("shop.jobs.send", return_value="é")
def test_both_places(send, copy):
    assert jobs.run() == "é"


@patch("shop.mail.send", return_value="é")
@patch.multiple("shop.jobs", send=lambda: "é")
def test_several(send):
    assert jobs.run() == "é"


@patch("shop.mail.send", return_value="é")
def test_conftest_patches_the_copy(send):
    assert tasks.run() == 3
