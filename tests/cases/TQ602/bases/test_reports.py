import os

from bases import InAFolderOfItsOwn, InAFolderOnRequest

from shop import reports


class TestReports(InAFolderOfItsOwn):
    def test_in_a_subfolder(self):
        os.mkdir("weekly")
        os.chdir("weekly")
        assert reports.write() == "report.csv"


class TestUnasked(InAFolderOnRequest):
    def test_in_a_subfolder(self):
        os.mkdir("weekly")
        os.chdir("weekly")  # TQ602
        assert reports.write() == "report.csv"


class TestAlone:
    def test_in_a_subfolder(self):
        os.mkdir("weekly")
        os.chdir("weekly")  # TQ602
        assert reports.write() == "report.csv"
