from shop import settings


def test_empty_key():
    settings.load("= value")
    assert isinstance(settings.FALLBACK, dict)
    assert "" in settings.FALLBACK


def test_empty_text():
    settings.load("= value")
    assert "" in settings.TITLE  # TQ205


def test_key_behind_a_chain():
    found = settings.load("= value")
    assert "" in found.entry
    assert found.entry[""].text.strip() == "value"


def test_part_behind_a_chain():
    found = settings.load("= value")
    assert "" in found.title  # TQ205
    assert found.entry[""].text.strip() == "value"


def test_added_names():
    found = settings.Change(added=[""])
    assert "" in found.added


def test_added_title():
    found = settings.Change(title="autumn")
    assert "" in found.title  # TQ205


def test_change_can_be_a_key():
    assert hash(settings.Change()) is not None
    assert id(settings.Change()) is not None  # TQ205
