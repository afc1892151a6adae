import unittest

from flaky import flaky as unsteady
from tenacity import retry as once_more

from shop import api


@unsteady  # TQ510
def test_plain():
    assert api.get() == 1


@once_more()  # TQ510
async def test_async():
    assert await api.get() == 1


class ApiTests(unittest.TestCase):
    @unsteady(max_runs=2)  # TQ510
    def test_method(self):
        self.assertEqual(api.get(), 1)
