class SharedCart:
    def test_total(self):
        assert self.total == 1


class LonelyCart:  # TQ102
    def test_total(self):
        assert self.total == 1
