import pytest

CASES = {"argvalues": [1, 2]}
NAMES = ("borrowed", "lent")


@pytest.fixture(scope="module")
def shelf(request, tmp_path):
    return request.param, tmp_path


@pytest.fixture(scope="module")
def narrow(request, tmp_path):  # TQ806
    return request.param, tmp_path


@pytest.fixture(scope="module")
def widened(request, tmp_path):  # TQ806
    return request.param, tmp_path


@pytest.fixture(scope="session")
def second(request, tmp_path):
    return request.param, tmp_path


@pytest.mark.parametrize("shelf", [1, 2], indirect=True, scope="function")
def test_shelf(shelf):
    assert shelf[0] in (1, 2)


@pytest.mark.parametrize("narrow", [1, 2], indirect=True)
def test_narrow(narrow):
    assert narrow[0] in (1, 2)


@pytest.mark.parametrize("widened", [1, 2], indirect=True, scope="session")
def test_widened(widened):
    assert widened[0] in (1, 2)


@pytest.mark.parametrize(("title", "second"), [("a", 1)], indirect=["second"], scope="function")
def test_second(title, second):
    assert second[0] == len(title)
