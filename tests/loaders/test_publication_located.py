"""Who is where: places behind a name, before it, and by what sort of thing a party is."""

from __future__ import annotations

import pytest

from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.located import located_in
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.names_placed import apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zeilmakerij Bos in Hoorn", ("Zeilmakerij Bos", "Hoorn")),
        ("Bolt Metals of Marlow", ("Bolt Metals", "Marlow")),
        ("Swift Sensors, from Marlow", ("Swift Sensors", "Marlow")),
        ("Frigotel uit Den Helder", ("Frigotel", "Den Helder")),
        ("Bank of Marlow", ("Bank of Marlow", "")),
        ("Kerk in Actie", ("Kerk in Actie", "")),
        ("Women in Engineering", ("Women in Engineering", "")),
    ],
)
def test_a_name_ends_before_its_place(text: str, expected: tuple[str, str]) -> None:
    assert apart(text) == expected


def test_a_list_goes_on_behind_a_place() -> None:
    found = parties_in("Tauw uit Lier, Bolt BV uit Hoorn en Windhoek doen mee", prose=True)
    assert [(one.ref.name, one.place) for one in found] == [
        ("Tauw", "Lier"), ("Bolt BV", "Hoorn"), ("Windhoek", ""),
    ]  # fmt: skip


TAUW, BOLT = Ref("Organisation", "Wasserij Tauw"), Ref("Organisation", "Bolt Ltd")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wasserij Tauw, dat in Lier staat, doet mee.", [("Wasserij Tauw", "Lier")]),
        ("Wasserij Tauw (Lier) is trekker.", [("Wasserij Tauw", "Lier")]),
        ("Wasserij Tauw (Voorzitter) is er.", []),
        ("Bolt Ltd, based at Mill House in Marlow, leads.", [("Bolt Ltd", "Marlow")]),
        ("Bolt Ltd of Marlow leads.", [("Bolt Ltd", "Marlow")]),
        ("De wasserij uit Lier spaart water.", [("Wasserij Tauw", "Lier")]),
        ("De bakkerij uit Lier spaart water.", []),
        ("The Marlow startup Leafworks joined.", [("Leafworks", "Marlow")]),
        ("En Frigotel uit Lier haakte aan.", [("Frigotel", "Lier")]),
        ("Boeren uit Lier haakten aan.", []),
        ("De hal werd gebouwd door Aannemer Kwik uit Lier.", []),
    ],
)
def test_who_is_where(text: str, expected: list[tuple[str, str]]) -> None:
    known = Known()
    known.add(TAUW)
    known.add(BOLT)
    found = [(one.ref.name, one.place) for one in located_in(text, known, [TAUW])]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trekker is Wasserij Tauw, een familiebedrijf uit Lier dat wast.", [(TAUW.name, "Lier")]),
        ("Bolt Ltd is a company limited by guarantee, based in Marlow.", [("Bolt Ltd", "Marlow")]),
        ("Bolt Ltd (a spin-out, of Marlow) leads.", [("Bolt Ltd", "Marlow")]),
        ("Bolt Ltd works from Marlow.", [("Bolt Ltd", "Marlow")]),
        ("De Lierse wasserij Wasserij Tauw stopte.", [(TAUW.name, "Lier")]),
        ("Er kwam hulp, en Ten Brink Garen uit Lier spon.", [("Ten Brink Garen", "Lier")]),
        ("Wasserij Tauw op Texel wast.", [(TAUW.name, "Texel")]),
        ("We are based at Mill House in Marlow.", [("Wij", "Marlow")]),
        ("Bolt Ltd moved to Marlow Marine Park in October.", []),
        ("Bolt Ltd is a partner in October.", []),
    ],
)
def test_what_is_told_of_a_party_says_where_it_is(
    text: str, expected: list[tuple[str, str]]
) -> None:
    known = Known()
    known.add(TAUW)
    known.add(BOLT)
    us = Ref("Organisation", "Wij")
    found = [(one.ref.name, one.place) for one in located_in(text, known, [], "in Lier", us)]
    assert found == expected
