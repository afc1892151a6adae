import unittest

from billing import events

hits = 0
calls = 0
last = None
name = "größe"


def test_callback():
    def on_event(event):
        global hits  # TQ604
        hits += 1

    events.subscribe(on_event)
    events.publish("paid")
    assert hits == 1


def test_said_twice():
    global calls  # TQ604

    def on_event(event):
        global calls
        calls += 1

    calls = 0
    events.subscribe(on_event)
    assert calls == 0


def test_method_of_a_local_class():
    class Listener:
        def heard(self, event):
            global last  # TQ604
            last = event

    events.subscribe(Listener())
    assert last == "paid"


def test_own_name():
    name = 0

    def on_event(event):
        nonlocal name
        name += 1

    events.subscribe(on_event)
    assert name == 1


def test_only_read():
    def on_event(event):
        global name
        assert event == name

    assert events.subscribe(on_event) is None


class EventTests(unittest.TestCase):
    def test_cleaned(self):
        def clean():
            global hits
            hits = 0

        self.addCleanup(clean)
        self.assertEqual(hits, 0)

    def test_restored(self):
        global last

        def on_event(event):
            global last
            last = event

        try:
            events.subscribe(on_event)
            self.assertEqual(last, "paid")
        finally:
            last = None
