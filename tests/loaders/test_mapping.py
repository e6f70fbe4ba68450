"""Tables of another shape: what rows make by a mapping, and which file is which table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.loaders.conftest import ORGANISATION, TOP, TWO, Mapped, made, problems

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check_mapped, load
from ledwerk.schema.errors import LoadAborted
from ledwerk.schema.model import MODEL

# What rows make


def test_a_row_makes_nodes_and_a_relation_with_their_place(mapped: Mapped) -> None:
    mapping = """mapping: 1
dataset: subsidies
tables:
  grants:
    source: {id: lijst-2015, name: Lijst, date: 2015-06, licence: CC0}
    numbers: nl
    dates: dmy
nodes:
  - {kind: Organisation, from: grants, id: "{wie}", set: {name: wie, aliases: {column: ook, split: ";"}}}
  - {kind: Project, from: grants, id: "p-{nr}", set: {code: nr, start: begin, budget: kosten}}
relations:
  - kind: PARTNER_IN
    from: grants
    party: organisation:{wie}
    activity: project:p-{nr}
    set: {role: {value: lead}, contribution: eigen}
"""
    table = 'nr;wie;ook;begin;kosten;eigen\n07;Zuyd Hogeschool;HZ; 31-12-2016;"1.234,56";100\n'
    checked = mapped(mapping, grants=table.replace("HZ;", '"HZ; Zuyd;";'))
    assert checked.notices == ()
    assert checked.change.dataset == "subsidies"
    (source,) = made(checked, "Source")
    assert (source.key, source.cited) == ("source:lijst-2015", "source:lijst-2015")
    assert source.values() == {"name": "Lijst", "date": "2015-06", "licence": "CC0"}
    (organisation,) = made(checked, "Organisation")
    assert organisation.key == "organisation:zuyd-hogeschool"
    assert organisation.values() == {"name": "Zuyd Hogeschool", "aliases": ("HZ", "Zuyd")}
    assert (organisation.cited, organisation.locator) == ("source:lijst-2015", "line 2")
    (project,) = made(checked, "Project")
    assert project.key == "project:p-07"
    assert project.values() == {"code": "07", "start": "2016-12-31", "budget": 1234.56}
    (partner,) = made(checked, "PARTNER_IN")
    assert partner.key == "PARTNER_IN:organisation:zuyd-hogeschool>project:p-07"
    assert (partner.source_id, partner.target_id) == (organisation.key, project.key)
    assert partner.properties == (("contribution", 100.0), ("role", "lead"))


def test_a_node_is_stated_once_and_again_where_a_row_says_something_else(mapped: Mapped) -> None:
    mapping = TOP + ORGANISATION.replace("{name: name}", "{name: name, website: web}")
    table = "name,web\nA,\nA,a.nl\nB,b.nl\nA,a.nl\nA,\nB,\n"
    rows = made(mapped(mapping, rows=table), "Organisation")
    assert [(row.key[-1], row.locator, row.values().get("website")) for row in rows] == [
        ("a", "line 2", None),
        ("a", "line 3", "a.nl"),
        ("b", "line 4", "b.nl"),
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(*map(st.sampled_from, (["A", "B", "a"], ["", "1", "2"], ["", "x"])))))
def test_nothing_that_a_row_says_is_lost(mapped: Mapped, rows: list[tuple[str, ...]]) -> None:
    mapping = TOP + ORGANISATION.replace("{name: name}", "{name: name, kvk: kvk, vat: vat}")
    table = "name,kvk,vat\n" + "".join(f"{','.join(row)}\n" for row in rows)
    stated = made(mapped(mapping, rows=table), "Organisation")
    said = [
        {(n, cell) for n, cell in zip(("name", "kvk", "vat"), row, strict=True) if cell}
        for row in rows
    ]
    for row, pairs in zip(rows, said, strict=True):
        key = f"organisation:{row[0].lower()}"
        assert any(s.key == key and pairs <= set(s.properties) for s in stated)
    for (
        statement
    ) in stated:  # each says what the row that it cites says, and no place is cited twice
        assert set(statement.properties) == said[int(statement.locator.split()[1]) - 2]
    assert len({statement.place for statement in stated}) == len(stated)


def test_two_rules_that_speak_of_a_node_in_one_row_make_one_statement(mapped: Mapped) -> None:
    more = "  - {kind: Organisation, from: rows, id: '{name}', set: {website: web}}\n"
    table = "name,web\nA,a.nl\n"
    (row,) = made(mapped(TOP + ORGANISATION + more, rows=table), "Organisation")
    assert row.values() == {"name": "A", "website": "a.nl"}
    again = more.replace("website: web", "name: web")
    (problem,) = problems(mapped, TOP + ORGANISATION + again, rows=table)
    assert problem.startswith("rows.csv:2: says both 'A' and 'a.nl' as the name of organisation:a")


def test_files_of_one_source_are_told_apart_in_the_place(mapped: Mapped) -> None:
    rows = made(mapped(TOP + ORGANISATION, one="name\nA\n", two="name\nB\nA\n"), "Organisation")
    assert [row.locator for row in rows] == ["one.csv line 2", "two.csv line 2"]


def test_words_missing_cells_and_constants(mapped: Mapped) -> None:
    mapping = """mapping: 1
dataset: any
tables:
  rows:
    source: {id: bron, name: Bron}
    missing: ["NA", "-"]
    columns: {land: {missing: [], words: {UK: GB, "": NL}, otherwise: same}}
nodes:
  - kind: Organisation
    from: rows
    id: "{land}-{nr}"
    set:
      country: land
      kvk: kvk
      vat: {template: "{land}/{nr}"}
      sme: mkb
      helix: {column: soort, words: {HES: knowledge, OVH: }, otherwise: unknown}
      address: {value: Markt 1}
"""
    table = "nr,land,kvk,mkb,soort\n1,NA,NA,True,hes\n2,UK,12,-,OVH\n3,,-,false,X\n"
    values = {row.key: row.values() for row in made(mapped(mapping, rows=table), "Organisation")}
    one = {"country": "NA", "vat": "NA/1", "sme": True, "helix": "knowledge", "address": "Markt 1"}
    two = {"country": "GB", "vat": "GB/2", "kvk": "12", "address": "Markt 1"}
    three = {"country": "NL", "vat": "NL/3", "sme": False, "helix": "unknown"}
    assert values == {
        "organisation:na-1": one,
        "organisation:gb-2": two,
        "organisation:nl-3": {**three, "address": "Markt 1"},
    }


def test_conditions_choose_rows(mapped: Mapped) -> None:
    def names(when: str) -> str:
        mapping = TOP + ORGANISATION + f"    when: {when}\n"
        table = "name,type,old\nA,PRC,A\nB,PUB,\nC,REC,A\n"
        return "".join(
            r.values()["name"] for r in made(mapped(mapping, rows=table), "Organisation")
        )

    assert names("{type: PRC}") == "A"
    assert names("{type: [PRC, REC]}") == "AC"
    assert names("{type: {not: PRC}}") == "BC"
    assert names("{old: {filled: yes}}") == "AC"
    assert names("{old: {filled: no}}") == "B"
    assert names("{name: {differs: old}, type: {is: [REC, PRC]}}") == "C"


def test_only_rows_that_another_table_speaks_of_are_loaded(mapped: Mapped) -> None:
    mapping = TWO.replace("JOIN", "").replace("ONLY", "only: {id: seats.who}")
    mapping += "  - {kind: Seat, from: seats, id: '{who}'}\n"
    checked = mapped(mapping, seats="who\n2\n\n3\n", names="id,name\n1,A\n2,B\n4,D\n")
    assert [row.key for row in made(checked, "Organisation")] == ["organisation:2"]
    assert checked.notices == ("names.csv: 2 of 3 rows are not loaded, as seats has no such id",)


def test_columns_of_another_table_are_joined_to_a_row(mapped: Mapped) -> None:
    mapping = TWO.replace("JOIN", "join: {table: names, on: {who: id}}").replace("ONLY", "")
    mapping += """  - kind: Project
    from: seats
    id: "{what}"
    set: {name: "{what} of {names.name}", code: names.number}
"""
    names = "id,name,number\n1,A,7\n2,B,8\n2,C,9\n"
    checked = mapped(mapping, seats="who,what\n2,X\n5,Y\n1,Z\n", names=names)
    values = {row.key: row.values() for row in made(checked, "Project")}
    assert values == {
        "project:x": {"name": "X of B", "code": "8"},
        "project:y": {},
        "project:z": {"name": "Z of A", "code": "7"},
    }
    assert [row.locator for row in made(checked, "Project")] == ["line 2", "line 3", "line 4"]
    assert "1 rows have the id of an earlier row; seats is joined with the first" in str(
        checked.notices
    )


def test_text_that_was_read_in_a_wrong_encoding_is_repaired_and_counted(mapped: Mapped) -> None:
    mapping = TOP + "    repair: [mac_roman, latin_1]\n" + ORGANISATION
    broken = "Española".encode().decode("mac_roman")
    other = "Nicolaï".encode().decode("latin_1")
    checked = mapped(mapping, rows=f"name\n{broken}\n{other}\nZoë\n")
    names = [row.values()["name"] for row in made(checked, "Organisation")]
    assert names == ["Española", "Nicolaï", "Zoë"]
    assert checked.notices == (
        "rows.csv: 2 cells were UTF-8 read as another encoding; they are repaired (name 2)",
    )


def test_a_code_can_keep_its_letters_in_an_id(mapped: Mapped) -> None:
    mapping = TOP + ORGANISATION.replace('"{name}"', '"x-{name|same}"')
    (row,) = made(mapped(mapping, rows="name\nA.b\n"), "Organisation")
    assert row.key == "organisation:x-A.b"
    assert problems(mapped, mapping, rows="name\nA b\n") == [
        "rows.csv:2: name: 'organisation:x-A b' has signs that no id has; leave out the filter same"
    ]


def test_rows_without_an_id_make_nothing_and_are_counted(mapped: Mapped) -> None:
    checked = mapped(TOP + ORGANISATION, rows="name,x\n,1\nA,2\n,3\n")
    assert len(made(checked, "Organisation")) == 1
    assert checked.notices == (
        "rows.csv: 2 rows have no name, so that they make no Organisation (the first is line 2)",
    )


def test_it_loads_beside_other_data(mapped: Mapped, store: Store) -> None:
    mapping = (
        TOP
        + """relations:
  - {kind: PARTNER_IN, from: rows, party: "organisation:pic-{pic}", activity: "project:rcn-{rcn}"}
"""
    )
    checked = mapped(mapping, store, rows="pic,rcn\n998616262,221856\n")
    assert checked.notices == (
        "2 nodes are described nowhere and shown by their id, such as "
        "organisation:pic-998616262, project:rcn-221856",
    )
    load(store, checked)
    assert load(store, checked).difference.added == ()


# What is wrong with rows


def test_every_wrong_cell_is_a_problem_with_its_place(mapped: Mapped) -> None:
    mapping = """mapping: 1
dataset: any
tables: {rows: {source: {id: bron, name: Bron}, dates: dmy}}
nodes:
  - kind: Project
    from: rows
    id: "{nr}"
    set: {start: van, end: tot, budget: kosten}
  - kind: Organisation
    from: rows
    id: "{wie}-{nr}"
    set: {helix: {column: soort, words: {HES: knowledge, PRC: industry}}}
"""
    table = (
        "nr,van,tot,kosten,wie,soort\n"
        "1,31-02-2016,1-1-2017,veel,A,HES\n"
        "2,1-1-2018,1-1-2017,5,!,PRC\n"
        "3,1-1-2016,,1.234,B,HESS\n"
    )
    assert problems(mapped, mapping, rows=table) == [
        "rows.csv:2: kosten: 'veel' is not a number; write digits only, such as 8500000 or 0.5",
        "rows.csv:2: van: '2016-02-31' is not in the calendar; "
        "write an existing day, month or year",
        "rows.csv:3: the end, 2017-01-01, is before the start, 2018-01-01; one of them is wrong",
        "rows.csv:3: wie: '!' has no letter or digit to make an id of; "
        "if it means nothing, add it to missing",
        "rows.csv:4: kosten: '1.234' can be read in two ways; "
        "write 1234 or 1.2340, whichever is meant",
        "rows.csv:4: soort: 'HESS' is not among the words in m.yaml:12; "
        "add it there, or say otherwise; did you mean 'HES'?",
    ]


def test_a_thousand_problems_are_shown_and_the_others_counted(mapped: Mapped) -> None:
    mapping = TOP + ORGANISATION.replace("{name: name}", "{start: name}")
    found = problems(mapped, mapping, rows="name\n" + "never\n" * 1500)
    assert len(found) == 1001
    assert found[-1] == "…: and 500 more problems"


def test_a_relation_of_a_node_with_itself_is_a_problem(mapped: Mapped) -> None:
    mapping = (
        TOP
        + """relations:
  - {kind: MEMBER_OF, from: rows, member: "group:{a}", whole: "group:{b}"}
"""
    )
    assert problems(mapped, mapping, rows="a,b\nx,X\n") == [
        "rows.csv:2: group:x is related to itself; leave such rows out by when"
    ]
    (circle,) = problems(mapped, mapping, rows="a,b\nx,y\ny,x\n")
    assert "members go round in a circle: group:" in circle


def test_wide_rows_and_open_quotes_are_problems_as_elsewhere(mapped: Mapped) -> None:
    found = problems(mapped, TOP + ORGANISATION, rows='name,x\nA,1\nB,2,3\n"C,1\n')
    assert [problem.split(":")[1] for problem in found] == ["3", "4"]


# Which file is which table


def test_a_file_is_known_by_its_name_or_else_by_its_header(mapped: Mapped) -> None:
    mapping = """mapping: 1
dataset: any
tables:
  seats: {file: "zetels*", source: {id: s, name: S}}
  names: {source: {id: n, name: N}}
nodes:
  - {kind: Organisation, from: names, id: "{code}", set: {name: Naam}}
  - {kind: Seat, from: seats, id: "{code}"}
"""
    files = {"Zetels_2016": "code,Naam\n1,x\n", "any": "naam,code\nA,2\n", "other": "x\n1\n"}
    checked = mapped(mapping, **files)
    assert [row.key for row in made(checked, "Seat")] == ["seat:1"]
    assert [row.values() for row in made(checked, "Organisation")] == [{"name": "A"}]
    assert checked.notices == ("other.csv: fits no table of m.yaml; not loaded",)


def test_a_table_without_a_file_says_what_comes_nearest(mapped: Mapped) -> None:
    mapping = TOP + ORGANISATION.replace("{name: name}", "{name: name, website: web}")
    assert problems(mapped, mapping, one="name,wep\nA,\n", two="x\n1\n") == [
        "m.yaml:4: rows: no file for this table; it has the columns name, web; "
        "one.csv comes nearest, but lacks web"
    ]
    named = mapping.replace("    source", "    file: one*\n    source")
    assert problems(mapped, named, one="name,wep\nA,\n", two="x\n1\n") == [
        "one.csv:1: web: no such column, which m.yaml:11 uses; did you mean 'wep'?"
    ]


def test_sheets_of_a_workbook_are_tables(tmp_path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(tmp_path / "book.xlsx")) as book:
        for name, rows in (("Zetels", ["who", "1"]), ("Namen", ["name", "A"])):
            book.add_worksheet(name).write_column(0, 0, rows)
    (tmp_path / "m.yaml").write_text(TOP + ORGANISATION, encoding="utf-8")
    checked = check_mapped(MODEL, [tmp_path / "book.xlsx"], tmp_path / "m.yaml")
    assert [row.locator for row in made(checked, "Organisation")] == ["line 2"]
    assert checked.notices == ("book.xlsx [Zetels]: fits no table of m.yaml; not loaded",)


def test_files_that_cannot_be_read_are_problems(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(TOP + ORGANISATION, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for path, problem in (
        ("none.csv", "no such file"),
        ("m.yaml", "not a kind of file"),
        ("empty", "no tables here"),
    ):
        with pytest.raises(LoadAborted, match=problem):
            check_mapped(MODEL, [tmp_path / path], tmp_path / "m.yaml")


def test_two_tables_that_a_file_can_be_are_a_problem(mapped: Mapped) -> None:
    mapping = """mapping: 1
dataset: any
tables: {a: {source: {id: s, name: S}}, b: {source: s}}
nodes:
  - {kind: Organisation, from: a, id: "{x}"}
  - {kind: Project, from: b, id: "{x}"}
"""
    assert "one.csv: can be a or b; tell them apart by file: in m.yaml" in problems(
        mapped, mapping, one="x\n1\n"
    )
