"""The LED tables against the publication they come from."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest
from tests.conftest import SHARED, missing

from ledwerk.graph.store import Store
from ledwerk.schema.names import fold
from ledwerk.schema.statements import Statement

SOURCE = SHARED / "sources" / "led-update-najaar-2016.txt"
PLACES = SHARED / "data" / "nl_municipalities" / "geonames_nl_places.csv"
PUBLISHED, GEONAMES = "source:led-update-najaar-2016", "source:geonames"
NAMED = {"Organisation", "Campus", "Municipality", "Group", "Person", "Project", "Board", "Sector"}


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The publication, line by line, the first at place 1."""
    if not SOURCE.is_file():
        missing(f"needs {SOURCE.name} in the shared sources")
    return ["", *SOURCE.read_text(encoding="utf-8").splitlines()]


def _ranges(locator: str) -> Iterator[tuple[int, int]]:
    for first, last in re.findall(r"regel (\d+)(?:-(\d+))?", locator):
        yield int(first), int(last or first)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _around(lines: list[str], first: int, last: int) -> str:
    """The lines and one on either side, joined; a word broken at a line's end is whole again."""
    return _plain("".join(lines[max(first - 1, 0) : last + 2]))


@pytest.mark.shared
def test_every_locator_points_into_the_publication(led: Store, lines: list[str]) -> None:
    for row in led.statements():
        for first, last in _ranges(row.locator):
            assert 1 <= first <= last < len(lines), row
            assert any(line.strip() for line in lines[first : last + 1]), row


def _named(led: Store) -> Iterator[Statement]:
    """What the publication says of nodes that it names; others only say where those lie."""
    return (row for row in led.statements() if row.kind in NAMED and row.cited == PUBLISHED)


def _words(row: Statement) -> list[str]:
    values = row.values()
    aliases = values.get("aliases")
    return [str(values["name"]), *(aliases if isinstance(aliases, tuple) else ())]


@pytest.mark.shared
def test_what_is_named_stands_where_the_locator_says(led: Store, lines: list[str]) -> None:
    aliases: dict[str, set[str]] = {}
    for row in _named(led):
        aliases.setdefault(row.key, set()).update(_words(row))
    wrong = []
    for row in _named(led):
        if row.basis != "stated":
            continue
        text = "".join(_around(lines, *r) for r in _ranges(row.locator))
        # A source may print a name without its class word, or one of its other names.
        words = {_plain(word) for word in aliases[row.key]}
        words |= {_plain(re.sub(r"^(Gemeente|Gemeenten|De) ", "", w)) for w in aliases[row.key]}
        if not any(word and word in text for word in words):
            wrong.append((row.key, row.locator))
    assert wrong == []


@pytest.mark.shared
def test_the_partners_of_every_list_are_named_on_its_lines(led: Store, lines: list[str]) -> None:
    names: dict[str, set[str]] = {}
    for row in _named(led):
        names.setdefault(row.key, set()).update(_words(row))
    wrong = []
    for row in led.statements():
        if row.kind != "PARTNER_IN" or row.basis != "stated":
            continue
        text = "".join(_around(lines, *r) for r in _ranges(row.locator))
        words = {_plain(re.sub(r"^(Gemeente|Gemeenten) ", "", w)) for w in names[row.source_id]}
        if not any(word in text for word in words):
            wrong.append((row.key, row.locator))
    assert wrong == []


@pytest.mark.shared
def test_coordinates_are_those_of_the_place_that_the_locator_names(led: Store) -> None:
    if not PLACES.is_file():
        missing(f"needs {PLACES.name} in the shared data")
    with PLACES.open(encoding="utf-8", newline="") as stream:
        places = {row["geonameid"]: row for row in csv.DictReader(stream)}
    rows = [row for row in led.statements() if row.cited == GEONAMES and row.kind != "Source"]
    assert {row.key for row in rows if row.kind == "Municipality"} == {
        row.key for row in led.statements() if row.kind == "Municipality"
    }
    for row in rows:
        place = places[row.locator.removeprefix("geonameid ")]
        found = row.values()
        assert found["latitude"] == float(place["latitude"]), row
        assert found["longitude"] == float(place["longitude"]), row
        # Where the place is called otherwise than the municipality, a note says which it is.
        called = place["name"].lower() == row.key.partition(":")[2].removeprefix("gemeente-")
        assert called or place["name"] in row.note, row
