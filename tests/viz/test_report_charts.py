"""The drawings of a report: sound XML, as long as what they show, and no name breaks out of them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from tests.viz.conftest import HOSTILE

from ledwerk.viz.report_charts import bars, heat, intervals, lines, shares
from ledwerk.viz.report_parts import Chart
from ledwerk.viz.report_svg import ticks

BLUE = "#0072b2"


def written(value: float) -> str:
    """A number as charts are given it."""
    return f"{value:.0f}"


def read(chart: Chart) -> ET.Element:
    """The drawing, which has a title and a description that it is labelled by."""
    root = ET.fromstring(chart.svg)  # noqa: S314 - made here
    assert root.attrib["role"] == "img"
    ids = [part.attrib["id"] for part in root if part.tag in {"title", "desc"}]
    assert root.attrib["aria-labelledby"].split() == ids
    return root


def every() -> list[Chart]:
    """One of each kind, hostile names in all of them."""
    return [
        bars("a", HOSTILE, HOSTILE, [(HOSTILE, 2, BLUE)], written, [(HOSTILE, BLUE)]),
        shares("b", HOSTILE, HOSTILE, [(HOSTILE, [(HOSTILE, 2, BLUE)])], written),
        lines("c", HOSTILE, HOSTILE, [2015, 2016], [(HOSTILE, [1, 2]), ("b", [2, 1])], written),
        heat("d", HOSTILE, HOSTILE, [HOSTILE, "b"], [[1, 2], [2, 3]], written),
        intervals("e", HOSTILE, HOSTILE, [(HOSTILE, 1, 1, 3)], written),
    ]


@pytest.mark.parametrize("chart", every(), ids=("bars", "shares", "lines", "heat", "intervals"))
def test_a_hostile_name_is_text(chart: Chart) -> None:
    root = read(chart)
    allowed = {"svg", "title", "desc", "text", "rect", "line", "polyline", "circle"}
    assert {part.tag for part in root.iter()} <= allowed
    assert HOSTILE in {part.text for part in root.iter()}
    assert not any(name.startswith("on") for part in root.iter() for name in part.attrib)


def test_bars_are_as_long_as_what_they_show() -> None:
    root = read(bars("a", "t", "d", [("x", 10, BLUE), ("y", 5, BLUE), ("z", 0, BLUE)], written))
    long, half, none = (float(one.attrib["width"]) for one in root.iter("rect"))
    assert half == pytest.approx(long / 2, abs=0.02)
    assert none == 0
    assert [one.find("title").text for one in root.iter("rect")] == ["x: 10", "y: 5", "z: 0"]  # type: ignore[union-attr]


def test_bars_of_nothing_are_drawn() -> None:
    read(bars("a", "t", "d", [], written))
    read(bars("a", "t", "d", [("x", 0, BLUE)], written))


def test_shares_fill_the_whole_bar() -> None:
    rows = [("x", [("a", 1.0, BLUE), ("b", 3.0, "#E69F00"), ("c", 0.0, "#009E73")]), ("y", [])]
    root = read(shares("b", "t", "d", rows, written))
    one, three = [part for part in root.iter("rect") if part.find("title") is not None]
    assert float(three.attrib["width"]) + 1 == pytest.approx(3 * (float(one.attrib["width"]) + 1))
    assert "c" not in {part.text for part in root.iter("text")}


def test_lines_go_up_where_values_do() -> None:
    root = read(lines("c", "t", "d", [2014, 2015, 2016], [("x", [0, 5, 10])], written))
    (drawn,) = root.iter("polyline")
    points = [tuple(map(float, point.split(","))) for point in drawn.attrib["points"].split()]
    assert all(left < right and low > high for (left, low), (right, high) in pairwise(points))
    named = [one.text for one in root.iter("text")]
    assert {"2014", "2015", "2016"} <= set(named)
    assert "x" not in named  # a single line needs no legend


def test_lines_are_told_apart_without_colour() -> None:
    series = [(f"s{n}", [float(n), 2.0]) for n in range(4)]
    root = read(lines("c", "t", "d", [2015, 2016], series, written))
    dashes = [one.attrib.get("stroke-dasharray", "") for one in root.iter("polyline")]
    assert len(set(dashes[:4])) == 4


def test_of_many_years_not_every_one_is_written() -> None:
    root = read(lines("c", "t", "d", list(range(1900, 2000)), [("x", [1.0] * 100)], written))
    years = [one.text for one in root.iter("text") if (one.text or "").startswith("19")]
    assert 6 <= len(years) <= 12


def test_the_larger_the_darker() -> None:
    root = read(heat("d", "t", "d", ["a", "b"], [[0, 4], [4, 16]], written))
    fills = [one.attrib["fill"] for one in root.iter("rect")]
    light, some, same, dark = (
        sum(int(fill[at : at + 2], 16) for at in (1, 3, 5)) for fill in fills
    )
    assert light > some == same > dark
    ink = [one.attrib["fill"] for one in root.iter("text") if one.text in {"0", "16"}]
    assert ink[0] != ink[1]  # dark on light, and white on dark


def test_an_interval_encloses_its_rank() -> None:
    rows = [("x", 1, 1, 1), ("y", 2, 1, 9), ("z", 30, 20, 31)]
    root = read(intervals("e", "t", "d", rows, written))
    whiskers = [one for one in root.iter("line") if one.attrib["stroke-width"] == "2"]
    for dot, whisker in zip(root.iter("circle"), whiskers, strict=True):
        low, at, high = (
            float(one) for one in (whisker.attrib["x1"], dot.attrib["cx"], whisker.attrib["x2"])
        )
        assert low <= at <= high
    read(intervals("e", "t", "d", [], written))


@pytest.mark.parametrize("highest", [0.0, 0.3, 1.0, 3.0, 7.0, 48.0, 99.0, 1234.0, 855_000.0])
def test_scales_are_round_and_reach_the_highest(highest: float) -> None:
    found = ticks(highest)
    assert found[0] == 0
    assert found[-1] >= highest
    assert 2 <= len(found) <= 8
    steps = {round(two - one, 9) for one, two in pairwise(found)}
    assert len(steps) == 1
