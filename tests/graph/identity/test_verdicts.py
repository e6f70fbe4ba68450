"""Single pairs of parties and people: what is one, what may be, what never is."""

from __future__ import annotations

from typing import Any

import pytest

from ledwerk.graph.identity import people
from ledwerk.graph.identity.matching import matches, ordered, verdict
from ledwerk.graph.identity.name_parts import name_parts
from ledwerk.graph.identity.record import Record


def party(name: str, *others: str, node_id: str = "organisation:x", **about: Any) -> Record:
    return Record(node_id, "Organisation", (name, *others), **about)


def person(name: str, *related: str, node_id: str = "person:x") -> Record:
    return Record(node_id, "Person", (name,), related=frozenset(related))


def answer(one: Record, two: Record) -> str:
    return verdict(one, two).answer


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sananet Care B.V.", "SANANET CARE BV"),
        ("DSM N.V.", "DSM nv"),
        ("Kiss Engineering", "KISS ENGINEERING B.V."),
        ("Robert Bosch GmbH", "Robert Bosch Gesellschaft mit beschränkter Haftung"),
        ("Müller Maschinenbau GmbH & Co. KG", "Mueller Maschinenbau GmbH & Co KG"),
        ("Société Générale Dumont SARL", "SOCIETE GENERALE DUMONT S.A.R.L."),
        ("Foodvalley Coöperatie U.A.", "Coöperatie Foodvalley UA"),
        ("Ørsted Vind A/S", "Orsted Vind AS"),
        ("Maastricht University", "Universiteit Maastricht"),
        ("University of Siena", "Università di Siena"),
        ("RWTH Aachen", "RWTH Aken"),
        ("Zuyd Hogeschool", "Stichting Zuyd Hogeschool"),
        ("Gemeente Heerlen", "Municipality of Heerlen"),
        ("Laserzentrum Hannover e.V.", "Laser Zentrum Hannover eV"),
    ],
)
def test_one_body_under_two_names(one: str, two: str) -> None:
    assert answer(party(one), party(two)) == "sure"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Universiteit Maastricht", "Universiteit Utrecht"),
        ("Universiteit Maastricht", "Academisch Ziekenhuis Maastricht"),
        ("Universität Wien", "Technische Universität Wien"),
        ("Universität Wien", "Medizinische Universität Wien"),
        ("University of Bath", "Bath Spa University"),
        ("Stichting Katholieke Universiteit", "Stichting Katholieke Universiteit Brabant"),
        ("Università degli Studi di Pavia", "Università degli Studi di Padova"),
        ("Université Montpellier 1", "Université Montpellier 2"),
        ("Hogeschool Zuyd", "Hogeschool Utrecht"),
        ("Rabobank 1", "Rabobank 2"),
        ("Philips Lighting B.V.", "Philips International B.V."),
        ("Bergen (NH)", "Bergen (L)"),
        ("Gemeente Maastricht", "Universiteit Maastricht"),
        ("Provincie Limburg", "Topsport Limburg"),
        ("Tata Steel", "Tata Steel Nederland Technology BV"),
        ("Institute of Mechanics, Bulgarian Academy of Sciences", "Bulgarian Academy of Sciences"),
        ("STMicroelectronics SRL", "STMicroelectronics S.A."),
    ],
)
def test_look_alikes_are_never_merged_without_asking(one: str, two: str) -> None:
    assert answer(party(one), party(two)) != "sure"
    assert answer(party(two), party(one)) != "sure"


def test_a_country_keeps_bodies_of_one_name_apart() -> None:
    here = party("Provincie Limburg", country="NL")
    assert answer(here, party("Provincie Limburg", country="NL")) == "sure"
    assert answer(here, party("Provincie Limburg", country="BE")) != "sure"


@pytest.mark.parametrize("name", ["kvk", "ror", "pic", "vat"])
def test_registers_decide(name: str) -> None:
    one = party("Alfa", identifiers=((name, "0123 45"),))
    same = party("Heel anders", identifiers=((name, "012345"),))
    other = party("Alfa", identifiers=((name, "999999"),))
    assert answer(one, same) == "sure"
    assert answer(one, other) != "sure"


def test_an_abbreviation_is_asked_about() -> None:
    bureau = party("Centraal Bureau voor de Statistiek", "CBS")
    assert answer(party("CBS"), bureau) == "doubtful"
    assert answer(party("DSM"), party("DSM Ahead BV", "DSM")) != "sure"


def test_who_fits_two_is_nobody_for_sure() -> None:
    asked = party("Tasman Steel", node_id="organisation:a", datasets=frozenset({"one"}))
    both = [
        party("Tasman Steel", node_id=f"organisation:{c}", country=c, datasets=frozenset({"two"}))
        for c in ("NL", "BE")
    ]
    found = matches([asked, *both])
    assert [match.verdict.answer for match in found] == ["doubtful", "doubtful"]
    assert all("fits" in match.verdict.evidence[-1].text.en for match in found)
    assert len(matches([asked, both[0]])) == 1


def test_within_one_dataset_nothing_is_proposed_unless_asked() -> None:
    twice = [
        party("Alfa Techniek BV", node_id=f"organisation:{n}", datasets=frozenset({"one"}))
        for n in (1, 2)
    ]
    assert matches(twice) == []
    assert len(matches(twice, inside=True)) == 1
    apart = [
        twice[0],
        party("Alfa Techniek BV", node_id="organisation:2", apart=frozenset({"organisation:1"})),
    ]
    assert matches(apart, inside=True) == []


def test_an_id_that_can_be_read_stays() -> None:
    number, name = party("A", node_id="organisation:pic-1"), party("A", node_id="organisation:zeta")
    assert ordered(number, name) == (name, number)
    short, full = (
        person("Peeters, J.", node_id="person:a"),
        person("Jan Peeters", node_id="person:b"),
    )
    assert ordered(short, full) == (full, short)


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("Jan Peeters", "Jan Peeters", "doubtful"),  # a namesake may be another
        ("dr. Marja van Dieijen-Visser", "Marja Dieijen", "doubtful"),
        ("Karin van der Ven", "K. van der Ven", "doubtful"),
        ("Ven, Karin van der", "Karin van der Ven", "doubtful"),
        ("Jos Kusters", "Jozef Kusters", "doubtful"),
        ("Jan Peeters", "Piet Peeters", ""),
        ("J.A. Peeters", "J.B. Peeters", ""),
        ("Jan Peeters", "Jan Pauwels", ""),
        ("Bert Janssen", "Bart Janssen", ""),
    ],
)
def test_people_by_their_names(one: str, two: str, said: str) -> None:
    assert answer(person(one), person(two)) == said


def test_people_of_one_name_at_one_party_are_one() -> None:
    assert answer(person("Jan Peeters", "APG"), person("dhr. J. Peeters", "APG")) == "sure"
    assert answer(person("Jan Peeters", "APG"), person("Jan Peeters", "DSM")) == "doubtful"


def test_names_are_taken_apart() -> None:
    parts = name_parts("De Stichting Universitair Medisch Centrum Utrecht II")
    assert parts.types == {"university_hospital"}
    assert parts.numbers == {"2"}
    assert [word.text for word in parts.words if word.kind == "place"] in ([], ["utrecht"])
    assert name_parts("B.V.").words
    assert name_parts("").words == ()
    assert people.person_name("prof. dr. ir. J. van 't Hoff").family == ("hoff",)
