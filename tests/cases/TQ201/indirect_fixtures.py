import pytest
from shop import Session


@pytest.fixture
def setting(request):
    session = Session()
    yield session
    assert session.get(request.param) == "é"


@pytest.fixture
def named(request):
    return Session(name=request.param)


@pytest.mark.parametrize("setting", ["currency", "country"], indirect=True)
def test_dictionary(setting):
    setting.update({"currency": "é", "country": "é"})


@pytest.mark.parametrize(("setting", "value"), [("currency", "é")], indirect=["setting"])
def test_value(setting, value):
    setting.set("currency", value)


@pytest.mark.parametrize("named", ["é"], indirect=True)
def test_name(named):  # TQ201
    named.set("currency", "é")


@pytest.mark.parametrize("setting", ["é"])
def test_plain(setting):  # TQ201
    Session().set("currency", setting)
