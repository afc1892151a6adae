# path: tests/test_charts.py
import matplotlib.pyplot as plt

from shop import chart, totals


def test_chart(tmp_path):
    chart([1, 2])
    plt.savefig(tmp_path / "chart.png")


def test_draw_totals():
    totals.draw_bars([1, 2])


def test_compared(tmp_path):  # TQ201
    totals.draw_bars([1, 2])
    compare_images(tmp_path / "a.png", "b.png")


def test_totals():  # TQ201
    totals.add([1, 2])
