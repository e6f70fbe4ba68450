"""What a party looks like in text: lists taken apart, names freed of what stands around them."""

from __future__ import annotations

import pytest

from ledwerk.loaders.publication.parties.names_found import is_short_for, parties_in, party


def names(text: str, *, prose: bool = False) -> list[str]:
    return [mention.ref.name for mention in parties_in(text, prose=prose)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zeevruchten B.V., het waterschap Delfland en de gemeenten Lier, Wateringen en Naaldwijk",
            [
                "Zeevruchten B.V.", "Waterschap Delfland", "Gemeente Lier", "Gemeente Wateringen",
                "Gemeente Naaldwijk",
            ],
        ),
        (
            "gemeenten Lier en Naaldwijk, Rabobank, de universiteiten van Luik en Namen",
            [
                "Gemeente Lier", "Gemeente Naaldwijk", "Rabobank", "Universiteit van Luik",
                "Universiteit van Namen",
            ],
        ),
        (
            "Ministerie van Onderwijs, Cultuur en Wetenschap en Ministerie van Economische Zaken",
            ["Ministerie van Onderwijs, Cultuur en Wetenschap", "Ministerie van Economische Zaken"],
        ),
        (
            "de ministeries van Sociale Zaken en Werkgelegenheid en van Financiën",
            ["Ministerie van Sociale Zaken en Werkgelegenheid", "Ministerie van Financiën"],
        ),
        (
            "the Department for Business, Energy and Industrial Strategy and Harbour Trust",
            ["Department for Business, Energy and Industrial Strategy", "Harbour Trust"],
        ),
        (
            "the municipalities of Delmere, Oakham and Stowe, and Acme Corp",
            ["Municipality of Delmere", "Municipality of Oakham", "Municipality of Stowe", "Acme Corp"],
        ),
        ("Smith and Sons, Foo, Inc. and Bar Ltd", ["Smith and Sons", "Foo, Inc.", "Bar Ltd"]),
        ("Bouw & Co, Jansen en Zonen, Tuin & Huis", ["Bouw & Co", "Jansen en Zonen", "Tuin & Huis"]),
        ("waterschap Aa en Maas en De Molen", ["Waterschap Aa en Maas", "De Molen"]),
        ("chipmaker Nexon, zorginstelling Zonnehof", ["Nexon", "Zonnehof"]),
        ("Universiteit Gent, vakgroep Scheepsbouw, Tauw", ["Universiteit Gent", "Tauw"]),
        ("4Webcom, eCoaches, ’t Hof", ["4Webcom", "eCoaches", "’t Hof"]),
        ("25 partners uit de regio, www.foo.nl, € 3 miljoen, anderen", []),
        ("directeur Jan Smit, wethouder De Vries", []),
    ],
)  # fmt: skip
def test_a_list_is_taken_apart(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Evides en Impuls Zeeland (penvoerder) werken samen aan warmte",
            ["Evides", "Impuls Zeeland"],
        ),
        ("Tauw, dat ook in Delft zit, en Scalda", ["Tauw", "Scalda"]),
        (
            "Durham University and the Tees Trust run the scheme",
            ["Durham University", "Tees Trust"],
        ),
        ("blij dat Rabobank meedoet", []),
        ("Tauw in dit project", ["Tauw"]),
    ],
)
def test_in_a_sentence_the_list_ends_where_it_goes_on(text: str, expected: list[str]) -> None:
    assert names(text, prose=True) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("de gemeente Ede", "Municipality"),
        ("Sheffield City Council", "Municipality"),
        ("High Tech Campus Veldhoven", "Campus"),
        ("gemeenten Parkstad", "Group"),
        ("de Zuid-Limburgse ziekenhuizen", "Group"),
        ("Universiteit Twente", "Organisation"),
    ],
)
def test_a_party_has_a_kind(text: str, kind: str) -> None:
    found = party(text)
    assert found is not None
    assert found.kind == kind


def test_brackets_tell_role_other_name_place_and_members() -> None:
    lead, short, place, group = parties_in(
        "Tees Water (lead partner), Wageningen Marine Research (WMR), APG (Heerlen), "
        "bedrijfsleven (LWV/MKB-Oost)"
    )
    assert lead.role == "lead"
    assert short.aliases == ("WMR",)
    assert place.place == "Heerlen"
    assert [member.name for member in group.members] == ["LWV", "MKB-Oost"]


@pytest.mark.parametrize(
    "text", ["Enexis (tot 2022)", "Fugro (contractor)", "Jumbo (sponsor)", "Dunmore (until 2021)"]
)
def test_who_is_named_as_out_is_told_so(text: str) -> None:
    (found,) = parties_in(text)
    assert found.out


def test_the_longer_name_is_the_name() -> None:
    (found,) = parties_in("WUR (Wageningen University & Research)")
    assert (found.ref.name, found.aliases) == ("Wageningen University & Research", ("WUR",))


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("KvK", "Kamer van Koophandel", True),
        ("OU", "Open Universiteit", True),
        ("UM", "Maastricht University", False),
        ("APG", "Provincie Gelderland", False),
    ],
)
def test_short_for(short: str, name: str, fits: bool) -> None:
    assert is_short_for(short, name) is fits
