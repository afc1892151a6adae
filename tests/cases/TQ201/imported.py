import importlib
from importlib import import_module as load

import pytest

from till import App


@pytest.fixture(params=["größe", "price"])
def lesson(request):
    return load(f"lessons.{request.param}.main")


@pytest.fixture(params=["größe", "price"])
def lesson_tests(request):
    found = importlib.import_module(f"lessons.{request.param}.test_main")
    yield found


@pytest.fixture
def till():
    return App()


def test_lesson_tests(lesson_tests):
    lesson_tests.test_app()


def test_lesson_tests_within(lesson):
    lesson.examples.test_app()


def test_lesson_by_name():
    found = importlib.import_module("lessons.test_" + str(3))
    found.test_client(App())


def test_lesson_runs(lesson):  # TQ201
    lesson.main()


def test_till_of_the_code(till):  # TQ201
    till.test_app()


def test_client_of_the_code():  # TQ201
    client = App().test_client()
    client.open()
