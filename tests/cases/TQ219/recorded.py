from unittest.mock import Mock, patch

from billing.service import total


def test_counts_what_product_asked():
    with patch("billing.service.rate") as rate:
        total([1, 2], 3)
    asked = [args for args, _ in rate.call_args_list].count((3,))
    assert asked == 2


@patch("billing.service.rate")
def test_counts_what_a_helper_of_its_own_asked(rate):  # TQ218
    asked = [words.get("limit") for _, words in rate.call_args_list].count(5)
    assert asked == 0


def test_counts_its_own_calls():  # TQ218
    rate = Mock(return_value=7)
    answer = rate(3)
    asked = [args for args, _ in rate.call_args_list].count((3,))
    assert asked == 1
    assert answer == 7  # TQ219
