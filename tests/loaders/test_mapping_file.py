"""A mapping file: what is wrong with one, where one is found, what is documented of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.loaders.conftest import ORGANISATION, TOP, TWO, Mapped, problems

from ledwerk.loaders.mapping import find_mapping, packaged
from ledwerk.loaders.mapping_reading import read_mapping
from ledwerk.schema.errors import LoadAborted
from ledwerk.schema.model import MODEL


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("mapping: 1", "mapping: 2", "m.yaml:1: mapping: version 1 of the format is known"),
        ("dataset: any", "dataset: A b", "m.yaml:2: dataset: 'A b' is no dataset name"),
        ("tables:", "tabels:", "m.yaml:3: tabels: is not a word that can stand here"),
        ("from: rows", "from: row", "m.yaml:8: from: no table is called 'row'; did you mean 'row"),
        ("Organisation", "Organization", "m.yaml:7: kind: there is no kind 'Organization' here; d"),
        ("{name: name}", "{nam: name}", "m.yaml:10: nam: Organisation has no property 'nam'; did"),
        ("{name: name}", "{sme: {value: perhaps}}", "m.yaml:10: value: sme: 'perhaps' is neither"),
        (
            "{name: name}",
            "{helix: {column: x, words: {a: industri}}}",
            "m.yaml:10: a: helix: 'industri' is not in the list; one of government, industry, "
            "knowledge, civil, hybrid, unknown; did you mean 'industry'?",
        ),
        ("{name: name}", "{name: {colum: x}}", "m.yaml:10: colum: is not a word that can stand"),
        ("{name: name}", "{name: {column: x, value: y}}", "m.yaml:10: name: needs exactly one of"),
        ("{name: name}", "{name: {column: x, dates: dmy}}", "m.yaml:10: dates: is for a date; na"),
        ("{name: name}", "{start: {column: x, dates: dym}}", "m.yaml:10: dates: 'dym' is not kno"),
        ("{name: name}", "{name: a, name: b}", "m.yaml:10: name: is here twice, first in line 10"),
        ("{name: name}", "{name: other.x}", None),
        ('"{name}"', '"{name|slug}-{"', "m.yaml:9: id: '{name|slug}-{' has a { without its other"),
        ('"{name}"', '"{name|slag}"', "m.yaml:9: id: '{name|slag}' has an unknown filter 'slag'"),
        ('"{name}"', '"no {name}"', "m.yaml:9: id: 'no ' has signs that no id has; write 'no'"),
        ("id: bron", "id: de bron", "m.yaml:5: id: 'de bron' is no id; write de-bron"),
        ("id: bron", "id: b, date: ooit", "m.yaml:5: date: 'ooit' is not a date; write 2016,"),
        ("name: Bron}", "name: Bron}\n    only: {a: rows.b}", "no other table is called 'rows'"),
        ("name: Bron}", "name: Bron}\n    repair: [utf8]", "m.yaml:6: repair: 'utf8' is not know"),
        ("name: Bron}", "name: Bron}\n    columns: {nam: {}}", "no rule uses this column; did yo"),
        ("    from: rows", "    from: [", "m.yaml:10: not YAML"),
    ],
)  # fmt: skip
def test_a_wrong_mapping_says_where_and_what_is_right(
    mapped: Mapped, old: str, new: str, problem: str | None
) -> None:
    mapping = (TOP + ORGANISATION).replace(old, new, 1)
    if problem is None:  # a dot in a title is no table's
        assert mapped(mapping, rows="name,other.x\nA,B\n")
    else:
        assert problem in "\n".join(problems(mapped, mapping, rows="name\nA\n"))


@pytest.mark.parametrize(
    ("relation", "problem"),
    [
        (
            "kind: PARTNER_IN, party: 'person:{x}', activity: 'project:{x}'",
            "party: a person cannot",
        ),
        (
            "kind: PARTNER_IN, party: '{x}', activity: 'project:{x}'",
            "an id begins with its kind, s",
        ),
        ("kind: PARTNER_IN, party: 'organisation:{x}'", "lacks activity; add it"),
        ("kind: PARTNERIN", "there is no kind 'PARTNERIN' here; did you mean 'PARTNER_IN'?"),
        ("party: x", "lacks kind; add it"),
    ],
)
def test_a_wrong_relation_says_what_is_right(mapped: Mapped, relation: str, problem: str) -> None:
    mapping = TOP + f"relations:\n  - {{from: rows, {relation}}}\n"
    assert problem in "\n".join(problems(mapped, mapping, rows="x\n1\n"))


def test_tables_that_wait_for_each_other_are_a_problem(mapped: Mapped) -> None:
    mapping = TWO.replace("JOIN", "only: {a: names.b}").replace("ONLY", "only: {b: seats.a}")
    found = problems(mapped, mapping, any="x\n")
    assert found == ["m.yaml:7: names: only goes round in a circle: names → seats → names"]


@pytest.mark.parametrize("text", ["", "[" * 200_000, "&a [*a]", "- 1", "a: b: c", "\x00"])
def test_no_file_is_too_strange_to_be_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LoadAborted, match=r"m\.yaml"):
        read_mapping(MODEL, file)


def test_mappings_are_found_by_name_or_path(tmp_path: Path) -> None:
    assert find_mapping("h2020").name == "h2020.yaml"
    own = tmp_path / "own.yaml"
    own.write_text("mapping: 1\n")
    assert find_mapping(str(own)) == own
    with pytest.raises(LoadAborted, match=r"no mapping is called so; packaged are .*h2020"):
        find_mapping("h2021")
    with pytest.raises(LoadAborted, match="no such file"):
        find_mapping(str(tmp_path / "none.yaml"))


def test_the_documented_mapping_is_one(mapped: Mapped) -> None:
    text = (ROOT / "docs" / "mapping.md").read_text(encoding="utf-8")
    mapping = text.partition("```yaml\n")[2].partition("```")[0]
    table = (
        "KvK;Naam;Ook bekend als;Land;Soort;Dossier;Titel;Begin;Totaal;Rol\n"
        '14633456;Zuyd;"HZ;ZH";;onderwijs;P-1;Een project;1-2-2015;1.500,50;penvoerder\n'
    )
    checked = mapped(mapping, grants_2015=table)
    organisation, project, partner = checked.change.statements[1:]
    assert organisation.values() == {
        "name": "Zuyd", "aliases": ("HZ", "ZH"), "country": "NL", "helix": "knowledge",
    }  # fmt: skip
    assert project.values() == {
        "code": "P-1", "name": "Een project", "start": "2015-02-01", "budget": 1500.5,
        "currency": "EUR",
    }  # fmt: skip
    assert partner.key == "PARTNER_IN:organisation:kvk-14633456>project:province-p-1"
    assert partner.values() == {"role": "lead"}


@pytest.mark.parametrize("name", packaged())
def test_packaged_mappings_fit_the_model(name: str) -> None:
    assert read_mapping(MODEL, find_mapping(name)).rules
