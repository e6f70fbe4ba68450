"""Parties told by what stands on both sides of a name that says nothing itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import FoundNode, Ref
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.names_by_context import read_by_context
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.parties_meant import as_meant

_KNOWN = [FoundNode(Ref("Organisation", "Universiteit Twente"), "", 0.9)]


def read(folder: Path, text: str) -> set[str]:
    file = folder / "paper.txt"
    file.write_text(f"NIEUWS\n\n{text}\n", encoding="utf-8")
    return {one.ref.name for one in read_by_context(extracted(file), _KNOWN) if isinstance(one, FoundNode)}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aan tafel zat keuringsinstituut Bolwerk.", {"Bolwerk"}),
        ("We spoke with the fleet operator Bolt Cabs.", {"Bolt Cabs"}),
        ("It Wiet, de stichting die de vogels telt, kwam ook.", {"It Wiet"}),
        ("Leafworks, a young company making sensors, came.", {"Leafworks"}),
        ("Veldpot Noord legt 125.000 euro in.", {"Veldpot Noord"}),
        ("Bolt Cement, which makes kilns, was thanked.", {"Bolt Cement"}),
        ("In mei opende Zadelmans de deuren. Het bedrijf maakt frames.", {"Zadelmans"}),
        ("Steun kwam van lijnslagerij Van der Kaai.", {"Van der Kaai"}),
        ("We met the housing body Tern Homes.", {"Tern Homes"}),
        ("BOLT contributed £540,000 to the scheme.", {"BOLT"}),
        ("Zij zegt dat Veldpot NH de beloofde € 500.000 in mei uitkeert.", {"Veldpot NH"}),
        ("De Universiteit Twente en Veld Sortering weven.", {"Veld Sortering"}),
        ("Partners: Bolt Cabs; Tern Homes", {"Bolt Cabs", "Tern Homes"}),
        ("Lees meer in het boek van uitgeverij Bolwerk.", set()),
        ("Het rekenwerk is uitbesteed aan adviesbureau Bolwerk.", set()),
        ("Het Rijk legt 2 miljoen euro in.", set()),
        ("De boot werd gehuurd van loonbedrijf Zadelmans.", set()),
        ("In mei opende Zadelmans de deuren. De koffie was koud.", set()),
        ("Vergaderen betaalt niemand. Wie legt 100 euro in?", set()),
    ],
)
def test_parties_by_context(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert read(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De vzw uit Lier trekt het", []),
        ("the Marlow startup Leafworks as its partner", ["Leafworks"]),
        ("De telerscoöperatie Peerlijn cv uit Lier is penhouder", ["Peerlijn cv"]),
    ],
)
def test_a_town_is_not_who(text: str, expected: list[str]) -> None:
    assert [one.ref.name for one in parties_in(text, prose=True)] == expected


def test_county_councils_govern_in_ireland_and_wales() -> None:
    def kind(name: str, *others: str) -> str:
        refs = [Ref("Organisation", one) for one in (name, *others)]
        found = as_meant(FoundNode(ref, "", 0.9) for ref in refs)
        return next(one.ref.kind for one in found if isinstance(one, FoundNode))

    assert kind("Offaly County Council") == "Municipality"
    assert kind("Norfolk County Council") == "Organisation"
    assert kind("Rathbeg County Council", "Rathbeg Bio CLG") == "Municipality"
