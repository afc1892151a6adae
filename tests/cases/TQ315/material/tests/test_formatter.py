from pathlib import Path
from queue import Queue

from shop import format_source
from support.prices import refuse_unknown


def test_sources_stay_as_they_are():
    done = Queue()
    for path in sorted(Path(__file__).with_name("data").glob("cases/*")):
        refuse_unknown(path.stem)
        assert format_source(path.read_text(), done) == path.read_text()


def test_annotations_stay_as_they_are():
    source = (Path(__file__).parent / "data" / "cases" / "queue.py").read_text()
    assert format_source(source, Queue()) == source
