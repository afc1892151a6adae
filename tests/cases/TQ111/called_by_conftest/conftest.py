import pytest


@pytest.fixture(autouse=True)
def prepared(request):
    instance = request.instance
    if hasattr(instance, "setup"):
        instance.setup()
    yield
    getattr(instance, "teardown", lambda: None)()
