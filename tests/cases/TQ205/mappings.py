from shop import settings


def test_empty_key():
    settings.load("= value")
    assert isinstance(settings.FALLBACK, dict)
    assert "" in settings.FALLBACK


def test_empty_text():
    settings.load("= value")
    assert "" in settings.TITLE  # TQ205
