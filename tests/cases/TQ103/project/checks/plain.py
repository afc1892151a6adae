class TestCart:  # TQ103
    def test_total(self):
        assert total() == 1
