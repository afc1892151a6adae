"""Moments noted, lines printed and numbers made of an answer are neither set-up nor act."""

import logging
from time import perf_counter

import numpy as np
from numpy.testing import assert_allclose

from sea import Chart, tides

log = logging.getLogger(__name__)


def test_answer_reckoned_with(port):
    chart = Chart(port)
    chart.scale = 3
    chart.zone = 4
    chart.tide = 5
    chart.name = "größe"
    chart.owner = "Ada"
    began = perf_counter()
    found = tides(chart)
    ended = perf_counter()
    print("it took", ended - began)
    print("found", found)
    print("highest", np.max(found))
    log.info("lowest %s", np.min(found))
    log.info("done")
    worst = np.max(np.abs(found))
    print(worst)
    assert_allclose(worst, 3)


def test_so_much_before_the_answer(port):  # TQ707
    chart = Chart(port)
    chart.scale = 3
    chart.zone = 4
    chart.tide = 5
    chart.name = "größe"
    chart.owner = "Ada"
    chart.day = 6
    chart.month = 7
    chart.year = 8
    chart.moon = 9
    chart.wind = 10
    began = perf_counter()
    found = tides(chart)
    ended = perf_counter()
    print("it took", ended - began)
    worst = np.max(np.abs(found))
    assert_allclose(worst, 3)


def test_object_that_is_called(port):
    chart = Chart(port)
    chart.scale = 3
    chart.zone = 4
    convert = chart.converter("größe")
    lons, lats = convert(1, 2)
    first = chart.mark(lons)
    second = chart.mark(lats)
    third = chart.mark(first, second)
    fourth = chart.mark(third)
    fifth = chart.mark(fourth)
    sixth = chart.mark(fifth)
    back = convert(lons, lats, sixth)
    assert back == (1, 2)


def test_helper_that_is_called_for_each(port, make_mark):  # TQ707
    first = make_mark(1)
    second = make_mark(2)
    third = make_mark(3)
    fourth = make_mark(4)
    chart = Chart(port)
    chart.scale = 3
    chart.zone = 4
    chart.tide = 5
    chart.name = "größe"
    chart.owner = "Ada"
    chart.marks = [first, second, third, fourth]
    fifth = make_mark(5)
    assert fifth in chart


def test_handlers_are_set_up(port):  # TQ707
    log.handlers = []
    log.propagate = False
    log.addHandler(logging.StreamHandler())
    log.setLevel(logging.INFO)
    chart = Chart(port)
    chart.scale = 3
    chart.zone = 4
    chart.tide = 5
    chart.name = "größe"
    chart.owner = "Ada"
    chart.day = 6
    found = tides(chart)
    assert found == 3
