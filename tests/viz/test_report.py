"""The report of LED and of a small hostile network: what it says, and that the page is sound."""

from __future__ import annotations

import asyncio
import csv
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO

import pytest
from tests.viz.conftest import HOSTILE

from ledwerk.graph.analysis.evidence import evidence_of
from ledwerk.graph.analysis.findings import findings
from ledwerk.graph.analysis.findings_steps import Sampling
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import network_of
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL
from ledwerk.viz.report import report
from ledwerk.viz.report_numbers import numbers
from ledwerk.viz.report_page import page
from ledwerk.viz.report_parts import Report

EMPTY = {"meta", "link", "br"}


def made(store: Store, lang: str = "nl", lens: Lens | None = None, draws: int = 5) -> Report:
    """The report of a store, with few resamples."""
    network = network_of(asyncio.run(store.network()))
    smes = [one for one, sme in zip(network.ids, network.sme.tolist(), strict=True) if sme == 1]
    campuses = [one for one in network.ids if one.startswith("campus:")]
    evidence = evidence_of(MODEL, store)
    how = Sampling(None, draws, None, 1)
    found = findings(network, lens, smes, campuses, since=evidence.newest or None, sampling=how)
    return report(found, evidence, lang)


@pytest.fixture(scope="module")
def nl(led: Store) -> Report:
    return made(led)


@pytest.fixture(scope="module")
def en(led: Store) -> Report:
    return made(led, "en")


class Read(HTMLParser):
    """A page as it is read; every element is closed in its order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.policy = ""
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.attributes |= given.keys()
        if "id" in given:
            self.ids.append(given["id"] or "")
        for name in ("href", "src"):
            if name in given and tag != "link":
                self.links.append(given[name] or "")
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def told(told: Report) -> dict[str, str]:
    """The first sentence of each table that findings are from."""
    found: dict[str, str] = {}
    for one in told.findings:
        found.setdefault(one.table, one.text)
    return found


def test_what_stands_out_in_dutch(nl: Report) -> None:
    said = told(nl)
    assert 5 <= len(nl.findings) <= 10
    assert said["network"].startswith(
        "76 van de 87 partijen werken met een ander samen: 855 banden"
    )
    assert (
        "Zuyd Hogeschool staat het vaakst tussen anderen: op 791 van de kortste wegen"
        in said["centrality"]
    )
    assert said["introductions"] == (
        "3 van de 4 mkb-bedrijven hebben geen band met een campus; Zuyd Hogeschool kan alle drie "
        "voorstellen."
    )
    assert said["points"] == (
        "Valt Zuyd Hogeschool weg, dan raken 3 partijen los van de rest: 4Webcom, Maastricht "
        "Instruments en Sananet Care BV."
    )
    assert "4 zonder kennisinstelling" in said["missing"]
    assert said["money_all"] == "Op papier is € 27,7 mln. toegekend of besteed."
    assert nl.findings[-1].text.startswith("Wat de gegevens niet weten")


def test_what_stands_out_in_english(en: Report) -> None:
    said = told(en)
    assert said["introductions"] == (
        "3 of the 4 SMEs have no tie with a campus; Zuyd Hogeschool can introduce all three."
    )
    assert "on 791 of the shortest ways between two others" in said["centrality"]
    assert said["money_all"] == "On record, €27.7 million has been granted or spent."


def test_every_section_that_is_promised_is_there(nl: Report) -> None:
    assert [one.name for one in nl.sections] == [
        "network", "central", "brokers", "gaps", "missing", "seats", "apart", "points", "helix",
        "money", "time", "predicted", "sure",
    ]  # fmt: skip
    assert [one.name for one in nl.sections if one.predicted] == ["predicted"]
    assert all(one.source and one.limits and one.text for one in nl.methods)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_needs_nothing_and_runs_nothing(lang: str, request: pytest.FixtureRequest) -> None:
    text = page(request.getfixturevalue(lang))
    read = Read(text)
    assert "script" not in read.tags
    assert not read.tags & {"img", "iframe", "object", "form", "input", "base"}
    assert all(link.startswith("#") for link in read.links)
    assert {link[1:] for link in read.links} <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))
    assert not any(name.startswith("on") or name == "style" for name in read.attributes)
    assert f'<html lang="{lang}">' in text
    assert "url(" not in text
    assert "@import" not in text


def test_only_its_own_style_is_let_in(nl: Report) -> None:
    text = page(nl)
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = Read(text).policy
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_tables_have_captions_and_heads(nl: Report) -> None:
    text = page(nl)
    tables = re.findall(r"<table.*?</table>", text, re.DOTALL)
    assert len(tables) > 20
    for one in tables:
        assert "<caption>" in one
        assert '<th scope="col"' in one
        assert all(
            '<th scope="row"' in row for row in one.partition("<tbody>")[2].split("<tr>")[1:-1]
        )


def test_long_tables_are_cut_and_say_so(nl: Report) -> None:
    text = page(nl)
    table = next(
        one for one in re.findall(r"<table.*?</table>", text, re.DOTALL) if 't-centrality"' in one
    )
    assert table.partition("<tbody>")[2].partition("</tbody>")[0].count("<tr>") == 20
    assert "… en nog 67, in het CSV-bestand" in table


def test_predictions_are_apart_and_say_what_they_are(nl: Report) -> None:
    text = page(nl)
    part = text.partition('<section id="s-predicted" class="predicted">')[2].partition(
        "</section>"
    )[0]
    assert "Voorspeld, geen feit" in part
    assert 'id="t-predicted" class="predicted"' in part
    assert text.count('class="predicted"') == 2
    assert "predicted" not in {one.table for one in nl.findings}


def records(told: Report) -> Iterator[dict[str, str]]:
    """The file of numbers, read again."""
    yield from csv.DictReader(StringIO("".join(numbers(told)), newline=""))


def test_every_number_is_in_the_file(nl: Report) -> None:
    rows = {(one["table"], one["row"], one["column"]): one["value"] for one in records(nl)}
    cells = sum(
        len(table.rows) * sum(column.filed for column in table.columns)
        for section in nl.sections
        for table in section.tables
    )
    assert len(rows) == cells  # and no two rows are called the same
    zuyd = "organisation:zuyd-hogeschool"
    assert rows["network", "ties", "value"] == "855"
    assert float(rows["centrality", zuyd, "betweenness"]) == pytest.approx(791.43, abs=0.01)
    assert rows["introductions", zuyd, "closes"] == "3"
    assert rows["mixing", "industry industry", "ties"] == "184"
    assert rows["helix_board", "board:bestuur-led", "parties"] == "21"
    assert rows["sources", "source:led-update-najaar-2016", "statements"] == "1164"


def test_the_numbers_do_not_depend_on_the_language(nl: Report, en: Report) -> None:
    assert "".join(numbers(nl)) == "".join(numbers(en))


def test_the_same_graph_gives_the_same_bytes(led: Store, nl: Report) -> None:
    again = made(led)
    assert page(again) == page(nl)
    assert "".join(numbers(again)) == "".join(numbers(nl))


def test_it_says_what_it_is_of(nl: Report, led: Store) -> None:
    about = dict(nl.about)
    at = next(iter(led.revisions())).at
    assert about["Revisie"] == f"1, van {at[:10]} {at[11:16]} UTC"
    assert about["Gegevens"] == "led-2016"
    assert about["Bronnen"] == "LED Update najaar 2016 en GeoNames"
    assert about["Berekend"] == "alles exact"


def test_a_lens_is_said(led: Store) -> None:
    seen = Lens(during=("2014", ""), through=("Board",), helixes=("knowledge",))
    told = made(led, "en", seen)
    about = dict(told.about)
    assert about["When"] == "from 2014 until …"
    assert about["Ties through"] == "boards"
    assert about["Helix only"] == "knowledge"
    Read(page(told))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_hostile_names_are_text(small: Store, lang: str) -> None:
    told = made(small, lang)
    text = page(told)
    read = Read(text)
    assert HOSTILE in read.text
    assert "<img" not in text
    assert "script" not in read.tags
    assert any(HOSTILE in one["value"] for one in records(told))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_network_of_nothing_has_a_report(store: Store, lang: str) -> None:
    told = made(store, lang)
    Read(page(told))
    assert list(records(told))
    assert told.findings


def test_what_is_estimated_is_said(led: Store) -> None:
    network = network_of(asyncio.run(led.network()))
    found = findings(network, sampling=Sampling(30, 3, 20, 1))
    estimated = report(found, evidence_of(MODEL, led), "en")
    assert re.search("on an estimated [0-9,]+ of the shortest ways", told(estimated)["centrality"])
    about = dict(estimated.about)["Reckoned"]
    assert about.startswith("betweenness from 30 drawn parties, stability from 3 draws from 20")
    text = page(estimated)
    assert "the largest standard error" in text
    assert "betweenness was estimated from 20 parties each time" in text


def test_what_cannot_be_seen_is_said(small: Store) -> None:
    network = network_of(asyncio.run(small.network()))
    evidence = evidence_of(MODEL, small)
    found = findings(network, None, (), ("campus:campus-noord",))
    said = told(report(found, evidence, "nl", ("sme", "campus")))
    assert "niemand" in said["gaps"]


def test_evidence_names_sources_and_grounds(led: Store) -> None:
    found = evidence_of(MODEL, led)
    assert (found.revision, found.newest) == (1, "2016")
    assert [(one.id, one.statements) for one in found.sources] == [
        ("source:led-update-najaar-2016", 1164),
        ("source:geonames", 17),
    ]
    assert found.at == next(iter(led.revisions())).at
