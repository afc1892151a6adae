import unicodedata

from shop import labels

HIDDEN = "\u202e"
UNUSED = "apple"


def test_hidden_character_is_what_it_claims():
    assert unicodedata.category(HIDDEN) == "Cf"


def test_unused():  # TQ218
    assert UNUSED.upper() == "APPLE"


def test_label():
    assert labels.clean(HIDDEN + "apple") == "apple"
