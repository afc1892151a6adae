import random

import pytest

random.seed(3)


@pytest.mark.parametrize("n", [random.random() for _ in range(3)])
def test_seeded(read, n):
    assert read(n) == 3
