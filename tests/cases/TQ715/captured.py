# path: tests/test_output.py
import sys

import pytest
from shop import serve


@pytest.mark.parametrize("name", ["capsys", "capfd"])
def test_capture_goes_on_after_serving(request, name):
    capture = request.getfixturevalue(name)
    serve()
    print("out")
    print("err", file=sys.stderr)
    assert capture.readouterr() == ("out\n", "err\n")


def test_serving_answers(request):
    print(request)  # TQ715
    assert serve() == 200


def test_serving_answers_aloud(request, log_file):
    print(request, file=sys.stderr)  # TQ715
    print(request, file=log_file)
    assert serve() == 200


def test_function_inside(service):
    def show():
        print(service.total)  # TQ715

    show()
    assert service.total == 3


def test_callback_inside(service):
    def show():
        print(service.total)

    service.run(show)
    assert service.total == 3
