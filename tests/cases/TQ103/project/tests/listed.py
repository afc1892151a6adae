class TestListed:
    def test_total(self):
        assert total() == 1
