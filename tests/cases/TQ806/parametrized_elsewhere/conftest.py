import pytest


@pytest.fixture(scope="module")
def shelf(request, tmp_path):
    return request.param, tmp_path


@pytest.fixture(scope="module")
def rack(request, tmp_path):  # TQ806
    return request.param, tmp_path
