"""Tables of any shape: what a mapping says of headers, lists, columns side by side and joined files."""

from __future__ import annotations

import pytest
from tests.loaders.conftest import ORGANISATION, TOP, Mapped, made, problems

PARTNER = """relations:
  - {kind: PARTNER_IN, from: rows, party: "organisation:{name}", activity: "project:{p}"SET}
"""


def top(*words: str) -> str:
    return TOP + "".join(f"    {word}\n" for word in words)


def names(checked: object, kind: str = "Organisation") -> list[object]:
    return [row.values().get("name") for row in made(checked, kind)]  # type: ignore[arg-type]


def test_a_header_below_other_rows_is_found_or_said(mapped: Mapped) -> None:
    table = "Export of the province\n;;\nname;x\nA;1\n"
    checked = mapped(TOP + ORGANISATION, rows=table)
    assert names(checked) == ["A"]
    assert checked.notices == ("rows.csv: the columns are named in line 3",)
    assert [row.locator for row in made(checked, "Organisation")] == ["line 4"]
    said = top("header: 3") + ORGANISATION
    assert mapped(said, rows=table).notices == ()
    found = problems(mapped, top("header: 1") + ORGANISATION, rows=table)
    assert found == ["m.yaml:4: rows: no file for this table; it has the columns name"]


def test_titles_can_be_written_otherwise_and_columns_can_lack(mapped: Mapped) -> None:
    mapping = top("titles: {name: [Naam, 'Naam van *']}", "optional: [web]")
    mapping += ORGANISATION.replace("{name: name}", "{name: name, website: web}")
    assert names(mapped(mapping, rows="Naam van de instelling,y\nA,1\n")) == ["A"]
    assert made(mapped(mapping, rows="naam,web\nA,a.nl\n"), "Organisation")[0].values() == {
        "name": "A", "website": "a.nl",
    }  # fmt: skip
    assert "name" in "\n".join(problems(mapped, mapping, rows="title,y\nA,1\n"))


def test_a_title_that_is_empty_or_there_twice_can_be_meant(mapped: Mapped) -> None:
    mapping = TOP + ORGANISATION.replace("{name}", "{column 1}").replace(
        "name: name", "name: x (2)"
    )
    (row,) = made(mapped(mapping, rows=",x,x\na,1,2\n"), "Organisation")
    assert (row.key, row.values()) == ("organisation:a", {"name": "2"})


def test_columns_side_by_side_become_rows(mapped: Mapped) -> None:
    mapping = top("unpivot: {name: number, values: {name: 'Partner *', role: 'Rol *'}}")
    mapping += ORGANISATION + PARTNER.replace("SET", ", set: {role: role}")
    table = "p,Partner 1,Rol 1,Partner 2,Rol 2\nX,A,lead,B,partner\nY,,,C,partner\n"
    rows = made(mapped(mapping, rows=table), "PARTNER_IN")
    assert [(r.source_id[-1], r.target_id[-1], r.values(), r.locator) for r in rows] == [
        ("a", "x", {"role": "lead"}, "line 2"),
        ("b", "x", {"role": "partner"}, "line 2"),
        ("c", "y", {"role": "partner"}, "line 3"),
    ]


def test_a_matrix_of_crosses_becomes_rows(mapped: Mapped) -> None:
    mapping = top("unpivot: {name: p, value: cross, columns: [X, Y]}")
    mapping += PARTNER.replace("SET", ", when: {cross: x}")
    rows = made(mapped(mapping, rows="name,X,Y\nA,x,\nB,x,x\n"), "PARTNER_IN")
    assert [row.key.removeprefix("PARTNER_IN:") for row in rows] == [
        "organisation:a>project:x", "organisation:b>project:x", "organisation:b>project:y",
    ]  # fmt: skip


def test_a_list_becomes_a_row_for_each_with_its_role_in_brackets(mapped: Mapped) -> None:
    mapping = top(
        "each: {column: partners, split: [';', ' en ']}",
        "add: {name: ['{partners}']}",
        r"columns: {name: {drop: '\s*\([^()]*\)$'}}",
    )
    role = (
        r"{column: partners, find: '\(([^()]*)\)$', words: {penvoerder: lead}, otherwise: nothing}"
    )
    mapping += ORGANISATION + PARTNER.replace("SET", f", set: {{role: {role}}}")
    table = 'p,partners\nX,"A (penvoerder); B en C (NL; BE)"\nY,\n'
    checked = mapped(mapping, rows=table)
    assert names(checked) == ["A", "B", "C"]
    assert [row.values() for row in made(checked, "PARTNER_IN")] == [{"role": "lead"}, {}, {}]
    assert any("1 rows have no name" in notice for notice in checked.notices)


def test_lists_that_go_together_must_be_equally_long(mapped: Mapped) -> None:
    mapping = top("each: {columns: [name, role], split: ';'}") + ORGANISATION
    mapping += PARTNER.replace("SET", ", set: {role: role}")
    rows = made(mapped(mapping, rows="p,name,role\nX,A;B,lead;partner\n"), "PARTNER_IN")
    assert [row.values()["role"] for row in rows] == ["lead", "partner"]
    (problem,) = problems(mapped, mapping, rows="p,name,role\nX,A;B,a;b;c\n")
    assert problem.startswith("rows.csv:2: role: has 3 values where name has 2")


def test_a_file_can_be_read_as_two_tables(mapped: Mapped) -> None:
    mapping = TOP + "  partners:\n    reads: rows\n    each: {column: name, split: ';'}\n"
    mapping += (
        "nodes:\n  - {kind: Project, from: rows, id: '{p}', set: {name: p, description_en: name}}\n"
    )
    mapping += "  - {kind: Organisation, from: partners, id: '{name}', set: {name: name}}\n"
    checked = mapped(mapping, rows="p,name\nX,A;B\n")
    assert names(checked) == ["A", "B"]
    assert made(checked, "Project")[0].values() == {"name": "X", "description_en": "A;B"}


def test_columns_are_made_of_others(mapped: Mapped) -> None:
    mapping = top(
        "add:",
        "  who: ['kvk-{kvk}', '{name}']",
        "  where: {parts: ['{street}', '{city}'], between: ', '}",
    )
    mapping += ORGANISATION.replace('"{name}"', '"{who}"').replace(
        "name: name", "name: name, address: where"
    )
    table = "kvk,name,street,city\n123,A,Markt 1,Venlo\n,B,,Heerlen\n"
    rows = made(mapped(mapping, rows=table), "Organisation")
    assert [(row.key, row.values()["address"]) for row in rows] == [
        ("organisation:kvk-123", "Markt 1, Venlo"), ("organisation:b", "Heerlen"),
    ]  # fmt: skip


def test_files_are_joined_by_names_that_are_written_otherwise(mapped: Mapped) -> None:
    mapping = """mapping: 1
dataset: any
tables:
  seats:
    source: {id: s, name: S}
    join:
      - {table: names, as: one, on: {a: name}, compare: name}
      - {table: names, as: two, on: {b: name}, compare: fold, needed: yes}
  names: {source: s}
nodes:
  - {kind: Project, from: seats, id: "{a}", set: {code: one.nr, name: two.nr}}
  - {kind: Organisation, from: names, id: "{name}", set: {kvk: nr}}
"""
    files = {"seats": "a,b\nZuyd BV,DSM\nX,dsm\nY,Z\n", "names": "name,nr\nzuyd b.v.,1\ndsm,2\n"}
    checked = mapped(mapping, **files)
    assert [row.values() for row in made(checked, "Project")] == [
        {"code": "1", "name": "2"}, {"name": "2"},
    ]  # fmt: skip
    assert "seats.csv: 1 rows are not loaded, as names has no row with their b" in checked.notices


def test_conditions_can_be_patterns(mapped: Mapped) -> None:
    mapping = TOP + ORGANISATION.replace('"{name}"', '"{name|municipality}"')
    mapping = mapping.replace("kind: Organisation", "kind: Municipality")
    mapping += "    when: {name: {like: 'gemeente *'}}\n"
    checked = mapped(mapping, rows="name\nGemeente Venlo\nZuyd\n")
    assert [row.key for row in made(checked, "Municipality")] == ["municipality:gemeente-venlo"]
    assert checked.notices == (
        "rows.csv: 1 rows meet the conditions of no rule and make nothing (the first is line 3)",
    )


def test_a_kind_and_whole_ids_stand_in_columns(mapped: Mapped) -> None:
    mapping = top("optional: ['*']", "titles: {id: [id]}")
    mapping += "nodes:\n  - {kind: {column: node_kind}, from: rows, id: '{id|id}', set: same}\n"
    table = "id,node_kind,name,aliases\norganisation:a,Organisation,A,B | C\nproject:x,Project,X,\n"
    checked = mapped(mapping, rows=table)
    assert made(checked, "Organisation")[0].values() == {"name": "A", "aliases": ("B", "C")}
    assert names(checked, "Project") == ["X"]
    found = "\n".join(problems(mapped, mapping, rows="id,node_kind,name\nperson:a,Company,A\n"))
    assert (
        "node_kind: there is no kind 'Company'; say by words of the column what it means" in found
    )
    found = "\n".join(problems(mapped, mapping, rows="id,node_kind,name\nperson:a,Project,A\n"))
    assert "'person:a' cannot stand here; an id that begins with project can" in found


def test_wrong_encodings_are_mended_and_lost_letters_told(mapped: Mapped) -> None:
    broken = "Café Zürich".encode().decode("cp1252")
    checked = mapped(TOP + ORGANISATION, rows=f"name\n{broken}\nEspa\ufffda\nÉ√é\n")
    assert names(checked) == ["Café Zürich", "Espa\ufffda", "É√é"]
    assert [notice.partition("(")[0] for notice in checked.notices] == [
        "rows.csv: 1 cells were UTF-8 read as another encoding; they are repaired ",
        "rows.csv: 1 cells have letters that were lost before ",
    ]
    off = top("repair: no") + ORGANISATION
    assert names(mapped(off, rows=f"name\n{broken}\n")) == [broken]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("header: first", "header: 'first' is no line"),
        ("delimiter: ';;'", 'delimiter: one sign, such as ";"'),
        ("unpivot: {name: x}", "unpivot: needs either columns and value, or values"),
        ("each: {split: ';'}", "each: needs exactly one of column, columns"),
        ("each: {column: x}", "each: lacks split; add it"),
        ("columns: {name: {find: '('}}", "find: '(' is no regular pattern"),
        ("columns: {name: {find: '(a+)+b'}}", "find: this pattern could take for ever"),
        ("columns: {name: {drop: 'a*'}}", "drop: 'a*' fits an empty text as well"),
        ("columns: {name: {factor: many}}", "factor: 'many' is no number to multiply by"),
        ("reads: nothing", "reads: no table above is called 'nothing'"),
        ("titels: {a: [b]}", "titels: is not a word that can stand here; did you mean 'titles'?"),
        ("join: {table: rows, on: {a: b}}", "a table is not joined with itself"),
        ("needed: perhaps", "needed: 'perhaps'"),
    ],
)
def test_a_wrong_shape_says_where_and_what_is_right(
    mapped: Mapped, words: str, problem: str
) -> None:
    found = problems(mapped, top(words) + ORGANISATION, rows="name\nA\n")
    assert any(problem in one and one.startswith("m.yaml:") for one in found), found
