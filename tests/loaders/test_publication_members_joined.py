"""Who belongs to a body, in sentences that enumerate its members."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.publications.found import reader, ties

_HEAD = "Jaarverslag 2023 van de Vereniging Rivierland\n\nOnze leden\n\n"


def members(folder: Path, said: str, head: str = _HEAD) -> set[tuple[str, str]]:
    return ties(reader(folder)(f"{head}{said}\n"), "MEMBER_OF")


@pytest.mark.parametrize(
    "said",
    [
        "De Vereniging Rivierland is het verband waarin Visko BV en Hogeschool Delta samenwerken.",
        "De vereniging telt 84 leden, onder wie Visko BV en Hogeschool Delta.",
        "Negen organisaties meldden zich dit jaar aan, waaronder Visko BV en Hogeschool Delta.",
        "Nieuw als lid: Visko BV en Hogeschool Delta. Delta Bouw heeft opgezegd.",
        "Sinds de zomer horen Visko BV en Hogeschool Delta bij de vereniging.",
        "Visko BV en Hogeschool Delta hebben zich per 1 mei als lid bij Rivierland aangesloten.",
        "Visko BV trad in mei toe tot de vereniging. Hogeschool Delta zat daar al in.",
    ],
)
def test_members_in_dutch(tmp_path: Path, said: str) -> None:
    whole = "Vereniging Rivierland"
    assert members(tmp_path, said) == {("Visko BV", whole), ("Hogeschool Delta", whole)}


@pytest.mark.parametrize(
    "said",
    [
        "The Alliance has 84 members, including Visko Ltd and Ely College.",
        "Admitted: Visko Ltd and Ely College. Resigned: Ouse Events.",
        "Joining as members this quarter: Visko Ltd and Ely College.",
        "Nine companies joined during the year, among them Visko Ltd and Ely College.",
    ],
)
def test_members_in_english(tmp_path: Path, said: str) -> None:
    whole = "Fenland Energy Alliance"
    head = "Annual Report 2023 of the Fenland Energy Alliance\n\nMembership\n\n"
    assert members(tmp_path, said, head) == {("Visko Ltd", whole), ("Ely College", whole)}


def test_what_the_publisher_is_a_member_of(tmp_path: Path) -> None:
    said = "Our alliance meets in Ely. It is a member of Bioregions England."
    head = "Annual Report 2023 of the Fenland Energy Alliance\n\nIntroduction\n\n"
    told = members(tmp_path, said, head)
    assert told == {("Fenland Energy Alliance", "Bioregions England")}


@pytest.mark.parametrize(
    "said",
    [
        "Negen organisaties meldden zich aan voor de proef, waaronder Visko BV.",
        "Niet iedereen doet mee: Visko BV trad niet toe tot de vereniging.",
        "Opgezegd: Visko BV en Hogeschool Delta.",
        "De hal, waarin Visko BV en Hogeschool Delta samenwerken, is nieuw.",
    ],
)
def test_no_members(tmp_path: Path, said: str) -> None:
    assert members(tmp_path, said) == set()
