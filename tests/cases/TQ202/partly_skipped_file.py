import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no till there", allow_module_level=True)


def test_till():  # TQ202
    pass
