"""What a file would do, told before it is done; and files that are made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from ledwerk.graph.store import Store
from ledwerk.loaders.preview import Preview, preview, take_over
from ledwerk.loaders.preview_files import as_json, from_json, read_apart, read_here
from ledwerk.loaders.preview_tables import Wanted
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import RemovalRefused
from ledwerk.schema.model import MODEL

TODAY = date(2026, 3, 4)
SOURCES = "id,name\nsource:boek,Het boek\n"
KNOWN = (
    "id,name,aliases,kind,sme,source\n"
    "organisation:zuyd-hogeschool,Zuyd Hogeschool,Zuyd,university_of_applied_sciences,no,\n"
    "organisation:bizzdom,Bizzdom,,company,yes,\n"
)
Mini = Callable[..., Path]


@pytest.fixture
def known(store: Store, mini: Mini) -> Store:
    """A store that knows a school, a firm and a project with the school in it."""
    folder = mini(
        sources=SOURCES,
        organisations=KNOWN,
        projects="name\nBrug\n",
        partner_in="party,activity,role\nZuyd,Brug,lead\n",
    )
    load(store, check(MODEL, folder, store))
    return store


def seen(store: Store, file: Path, **choices: object) -> Preview:
    wanted = Wanted(**choices)  # type: ignore[arg-type]
    return preview(MODEL, store, read_here(file), wanted, file.name, today=TODAY)


def csv(tmp_path: Path, text: str, name: str = "lijst.csv") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def effects(made: Preview) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for one in made.effects:
        told.setdefault(one.what, set()).add(one.key)
    return told


def test_a_list_of_names_becomes_rows_with_a_source(known: Store, tmp_path: Path) -> None:
    file = csv(tmp_path, "Naam;Soort;MKB\nNieuw BV;bedrijf;ja\n", "Deelnemers maart.csv")
    made = seen(known, file, table="organisations")
    assert (made.dataset, made.exists, made.source) == (
        "deelnemers-maart", False, "Deelnemers maart",
    )  # fmt: skip
    assert made.problems == ()
    assert effects(made) == {"new": {"organisation:nieuw-bv", "source:deelnemers-maart"}}
    (row,) = (one for one in made.effects if one.kind == "Organisation")
    assert {(f.name, f.after) for f in row.fields} >= {("kind", "company"), ("sme", True)}
    assert known.datasets() == ["mini"]  # nothing was written


def test_known_names_are_recognised_and_near_ones_asked_about(known: Store, tmp_path: Path) -> None:
    text = "Naam,MKB,ROR\nZUYD Hogeschool B.V.,,r1\nZuyd,,\nBizdom,ja,\nIets heel anders,,\n"
    turned = seen(known, csv(tmp_path, "name\nHogescholen Zuyd\n"), table="organisations")
    assert [n.candidates[0][1] for n in turned.found.near] == ["Zuyd Hogeschool"]
    made = seen(known, csv(tmp_path, text), table="organisations")
    assert [(m.line, m.name, m.id, m.known) for m in made.found.matches if m.file] == [
        (2, "ZUYD Hogeschool B.V.", "organisation:zuyd-hogeschool", "Zuyd Hogeschool"),
        (3, "Zuyd", "organisation:zuyd-hogeschool", "Zuyd Hogeschool"),
    ]
    assert [(n.name, n.candidates) for n in made.found.near] == [
        ("Bizdom", (("organisation:bizzdom", "Bizzdom"),))
    ]
    chosen = seen(
        known,
        csv(tmp_path, text.replace("Zuyd,,\n", "")),
        table="organisations",
        same=(("organisation:bizdom", "organisation:bizzdom"),),
    )
    assert effects(chosen)["new"] == {"organisation:iets-heel-anders", "source:lijst"}
    (firm,) = (one for one in chosen.effects if one.key == "organisation:bizzdom")
    assert [(f.name, f.after) for f in firm.fields] == [("aliases", ("Bizdom",))]
    assert firm.name == "Bizzdom"
    apart = seen(known, csv(tmp_path, text), table="organisations", apart=("organisation:bizdom",))
    assert apart.found.near == ()


def test_relations_find_what_was_chosen_to_be_the_same(known: Store, tmp_path: Path) -> None:
    file = tmp_path / "lijst.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("map/Organisaties.csv", "naam\nBizdom\n")
        packed.writestr("map/partner_in.csv", "party,activity\nBizdom,Brug\n")
    made = seen(known, file, same=(("organisation:bizdom", "organisation:bizzdom"),))
    assert made.problems == ()
    assert "PARTNER_IN:organisation:bizzdom>project:brug" in effects(made)["new"]


def test_what_would_change_is_told_with_both_values(known: Store, tmp_path: Path) -> None:
    file = csv(tmp_path, "name,sme,source,basis\nBizzdom,nee,Het boek,door een redacteur\n")
    (one,) = seen(known, file, table="organisations").effects
    assert (one.what, one.key) == ("changed", "organisation:bizzdom")
    assert [(f.name, f.before, f.after) for f in one.fields] == [("sme", True, False)]


def test_only_what_the_dataset_itself_said_goes(known: Store, tmp_path: Path) -> None:
    first = seen(known, csv(tmp_path, "name\nEen\nTwee\nBizzdom\n"), table="organisations")
    take_over(known, first, "Anna", "", removing=False)
    made = seen(known, csv(tmp_path, "name\nEen\n"), table="organisations")
    assert made.exists
    assert effects(made) == {"gone": {"organisation:twee"}, "same": {"organisation:bizzdom"}}
    assert made.removes_much
    with pytest.raises(RemovalRefused, match="2 of the 4 rows that lijst had would go"):
        take_over(known, made, "Anna", "", removing=False)
    take_over(known, made, "Anna", "waarom", removing=True)
    *_, last = known.revisions()
    assert (last.actor, last.action, last.dataset, last.why) == ("Anna", "load", "lijst", "waarom")


def test_the_same_preview_has_the_same_digest(known: Store, tmp_path: Path) -> None:
    file = csv(tmp_path, "name\nEen\n")
    first, second = (seen(known, file, table="organisations") for _ in range(2))
    assert first.digest == second.digest
    assert first.digest != seen(known, csv(tmp_path, "name\nTwee\n"), table="organisations").digest


def test_problems_are_told_with_their_place(known: Store, tmp_path: Path) -> None:
    text = "Naam,MKB,Telefoon\nEen,misschien,1\nTwee,ja,2\n"
    made = seen(known, csv(tmp_path, text), table="organisations")
    assert [(p.file, p.line, p.column) for p in made.problems] == [("lijst.csv", 1, "Telefoon")]
    assert made.fit.unknown == (("lijst.csv", "Telefoon"),)
    skipped = seen(known, csv(tmp_path, text), table="organisations", skip=True)
    assert [(p.line, p.column) for p in skipped.problems] == [(2, "MKB")]
    assert skipped.change.statements == ()
    assert skipped.difference.empty


def test_a_sheet_whose_table_is_not_clear_is_asked_about(known: Store, tmp_path: Path) -> None:
    file = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        for title, header in (("Blad1", "naam"), ("Projecten", "naam")):
            sheet = book.add_worksheet(title)
            sheet.write_column(0, 0, [header, "Iets"])
    made = seen(known, file)
    assert made.fit.open == ("blad1",)
    assert "which table is this?" in made.problems[0].message
    chosen = seen(known, file, tables=(("blad1", "goals"),))
    assert effects(chosen)["new"] == {"goal:iets", "project:iets", "source:lijst"}
    guessed = seen(known, csv(tmp_path, "party,activity\nZuyd,Brug\n"))
    assert [table.name for table in guessed.fit.tables if table.file] == ["partner_in"]


def test_what_people_change_by_hand_is_no_dataset_to_load(known: Store, tmp_path: Path) -> None:
    for name in ("edits", "Geen Naam"):
        made = seen(known, csv(tmp_path, "name\nEen\n"), table="organisations", dataset=name)
        assert made.problems
        assert made.difference.empty


def test_a_source_that_is_known_is_cited(known: Store, tmp_path: Path) -> None:
    for word in ("het boek", "source:boek"):
        made = seen(known, csv(tmp_path, "name\nEen\n"), table="organisations", source=word)
        assert {row.cited for row in made.change.statements} == {"source:boek"}
        assert effects(made) == {"new": {"organisation:een"}, "same": {"source:boek"}}


# -- files that are made to do harm -----------------------------------------------------------------


def packed(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, body in files.items():
            out.writestr(name.replace("__", "/").replace("_dot_", "."), body)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("bom.zip", packed(a_dot_csv=b"0" * 200_000_000), "larger than 128 MB unpacked"),
        ("leeg.zip", packed(a_dot_txt=b""), "no tables here"),
        ("twee.zip", packed(a__x_dot_csv=b"", b__y_dot_csv=b""), "several datasets"),
        ("kapot.xlsx", b"PK\x03\x04 geen werkboek", "cannot be read"),
        ("kapot.zip", packed(a_dot_csv=b"name\nx")[:-30], "cannot be read"),
        ("leeg.csv", b"", "empty; the first row names the columns"),
        ("foto.csv", b"\x89PNG\0\0", "not readable as text"),
        ("foto.png", b"\x89PNG", "not a kind of file"),
        ("lang.csv", b"name\n" + b"x\n" * 20_001, "20,001 rows; at most 20,000"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem(
    tmp_path: Path, name: str, body: bytes, told: str
) -> None:
    file = tmp_path / name
    file.write_bytes(body)
    found = read_here(file)
    assert found.tables == [] or name == "leeg.zip"
    assert [told in problem.message for problem in found.problems] == [True]


def test_a_workbook_that_would_fill_memory_ends_its_own_reader_only(tmp_path: Path) -> None:
    """Two cells at the far corners of a sheet: read as a table it has seventeen milliard cells."""
    file = tmp_path / "hoeken.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("organisations")
        sheet.write(0, 0, "name")
        sheet.write(1_048_575, 16_383, "x")
    found = read_apart(file)
    assert found.tables == []
    (problem,) = found.problems
    assert problem.file == "hoeken.xlsx"
    assert "cannot be read" in problem.message


def test_what_takes_too_long_is_given_up(tmp_path: Path) -> None:
    found = read_apart(csv(tmp_path, "name\nEen\n"), seconds=0.001)
    assert "cannot be read" in found.problems[0].message


def test_what_was_read_survives_being_kept(tmp_path: Path) -> None:
    file = csv(tmp_path, "name,x\n</script>,'=1+1\n\nÉén\n")
    found = read_here(file)
    assert from_json(as_json(found)) == found
    assert read_apart(file).tables == found.tables
