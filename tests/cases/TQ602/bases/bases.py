import os
from contextlib import chdir

import pytest


class InAFolderOfItsOwn:
    @pytest.fixture(autouse=True)
    def _stay(self, tmp_path):
        with chdir(tmp_path):
            yield


class InAFolderOnRequest:
    @pytest.fixture
    def stay(self, tmp_path):
        with chdir(tmp_path):
            yield


@pytest.fixture(autouse=True)
def _only_for_this_module(tmp_path):
    with chdir(tmp_path):
        yield
