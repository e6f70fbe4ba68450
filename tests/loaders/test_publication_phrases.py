"""Ways in which texts say who takes part: each in several wordings, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.test_publication_projects import activities, ties

from ledwerk.loaders.publication.parties.names_found import parties_in


def roles(folder: Path, body: str) -> set[tuple[str, str]]:
    """Who takes part in the project of a section, and in which role."""
    said = ties(folder, f"Projecten\n\nZilte Teelt\n\nDit project telt mee. {body}\n")
    return {(who, role) for who, what, role in said if what == "Zilte Teelt"}


def partners(*names: str, lead: str = "") -> set[tuple[str, str]]:
    return {*((name, "partner") for name in names), *([(lead, "lead")] if lead else [])}


@pytest.mark.parametrize(
    "body",
    [
        "De verklaring is in mei getekend door Acme BV en ROC Delta. Zij zijn samen de partners.",
        "Het convenant werd ondertekend door Acme BV en ROC Delta. Samen vormen zij het consortium.",
        "Acme BV en ROC Delta hebben op 3 mei getekend. Deze partijen zijn de partners in dit project.",
        "Er is een stal geopend door Acme BV en ROC Delta; beide zijn sinds mei partner.",
        "The charter was signed by Acme BV and ROC Delta. They are the partners in this project.",
        "Working together on this are Acme BV and ROC Delta.",
        "Involved in the work are Acme BV and ROC Delta.",
        "Together, Acme BV and ROC Delta are developing a panel.",
        "Acme BV en ROC Delta vormen samen het consortium achter Zilte Teelt.",
        "Acme BV and ROC Delta form the consortium.",
        "De partners – Acme BV en ROC Delta – zijn er blij mee.",
        "It is delivered by Acme BV and ROC Delta.",
        "Het wordt uitgevoerd door Acme BV en ROC Delta.",
        "Met hulp van Acme BV en ROC Delta groeit er lamsoor.",
        "Er groeit lamsoor with help from Acme BV and ROC Delta.",
        "Acme BV en ROC Delta sloten dit jaar aan.",
        "Acme BV en ROC Delta bouwen er samen een.",
        "Acme BV en ROC Delta leveren kennis en zijn partner in het project.",
    ],
)
def test_partners_in_many_wordings(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == partners("Acme BV", "ROC Delta")


@pytest.mark.parametrize(
    "body",
    [
        "De projectleiding is in handen van Acme BV.",
        "De coördinatie ligt bij Acme BV.",
        "Aanjager is Acme BV.",
        "Initiatiefnemer van het project is Acme BV.",
        "Boeren werken eraan, met Acme BV als penvoerder.",
        "Acme BV coördineert.",
        "The leadership lies with Acme BV.",
        "Acme BV coordinates.",
    ],
)
def test_who_leads_in_many_wordings(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == partners(lead="Acme BV")


@pytest.mark.parametrize(
    ("noun", "name"),
    [("waterschap", "Waterschap Delfland"), ("havenbedrijf", "Havenbedrijf Zuid NV")],
)
def test_a_noun_stands_for_a_party_named_before(tmp_path: Path, noun: str, name: str) -> None:
    body = f"Projectpartners zijn {name} en ROC Delta. Het {noun} is trekker."
    assert (name, "lead") in roles(tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        "De kassen zijn geleverd door Acme BV.",
        "De borden werden gedrukt door Acme BV en de folie is gesponsord door ROC Delta.",
        "The tanks were supplied by Acme BV.",
        "Acme BV is eruit gestapt.",
    ],
)
def test_who_was_paid_or_left_is_no_partner_even_under_partners(tmp_path: Path, body: str) -> None:
    said = ties(
        tmp_path, f"Projecten\n\nZilte Teelt\n\nPartners\n\n- Tuinderij Jansen\n- HZ\n\n{body}\n"
    )
    assert {who for who, _, _ in said} == {"Tuinderij Jansen", "HZ"}


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Kijkje bij de buren", "In het project Zorgrobot werken Acme BV en ROC Delta samen."),
        ("Nieuws", "Onze buren in Salland begonnen met het project Zorgrobot, met Acme BV."),
        ("News", "Our friends across the water have started the Zorgrobot project with Acme BV."),
        ("Rondvraag", "Het project Zorgrobot is van een zustervereniging; wij zijn er niet bij betrokken."),
        ("Nieuws", "Zij vertelt over het programma van de buren: daar draait het project Zorgrobot."),
    ],
)  # fmt: skip
def test_projects_of_others_are_none_of_ours(tmp_path: Path, heading: str, text: str) -> None:
    whole = f"Blad\n\n{heading}\n\n{text}\n\nSlot\n\nTot ziens allemaal bij het volgende nummer.\n"
    assert activities(tmp_path, whole) == set()


@pytest.mark.parametrize(
    "verb", ["is afgeblazen", "is stopgezet", "was shelved", "krijgt geen vervolg"]
)
def test_a_heading_of_what_was_given_up_is_no_project(tmp_path: Path, verb: str) -> None:
    text = f"Projecten\n\nNight Ferry Lab\n\nNight Ferry Lab {verb} toen de partner Acme BV afhaakte.\n"
    assert activities(tmp_path, text) == set()


@pytest.mark.parametrize(
    "header",
    [
        "Aanvraag | Indiener | Partners | Besluit",
        "Proposal | Applicant | Partners | Decision",
        "Project | Penvoerder | Overige partners | Status",
    ],
)
def test_a_table_of_applications(tmp_path: Path, header: str) -> None:
    text = (
        f"Nieuwe aanvragen\n\n{header}\n"
        "Leren bij de Buren | ROC Wad en Wierde | Philips, ROC Aa en Dijk, Delta BV | akkoord\n"
        "Floating Casino | Acme BV | - | afgewezen\n"
    )
    assert ties(tmp_path, text) == {
        ("ROC Wad en Wierde", "Leren bij de Buren", "lead"),
        ("Philips", "Leren bij de Buren", "partner"),
        ("ROC Aa en Dijk", "Leren bij de Buren", "partner"),
        ("Delta BV", "Leren bij de Buren", "partner"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Zilte Teelt is het eerste project binnen het programma.",
        "Onder dit programma valt het project Zilte Teelt.",
        "Zilte Teelt is the first project within the programme.",
    ],
)
def test_a_project_of_the_programme_of_its_section(tmp_path: Path, sentence: str) -> None:
    text = f"Programma Vitale Kust\n\n{sentence} Het project Zilte Teelt loopt.\n"
    assert ("Zilte Teelt", "Vitale Kust", "") in ties(tmp_path, text, "PART_OF")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de basisscholen van Stichting Paraplu", [("Group", "Basisscholen van Stichting Paraplu")]),
        ("the branches of Harbour Bank", [("Group", "Branches of Harbour Bank")]),
        ("Wrackline Council", [("Municipality", "Wrackline Council")]),
        ("Arts Council", [("Organisation", "Arts Council")]),
        ("the councils of Arrin and Dunholm",
         [("Municipality", "Arrin Council"), ("Municipality", "Dunholm Council")]),
        ("de Raad van Advies, het bestuur, Acme BV", [("Organisation", "Acme BV")]),
    ],
)  # fmt: skip
def test_what_a_name_is_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.ref.kind, one.ref.name) for one in parties_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De gemeente Ede", "Gemeente Ede"),
        ("Ook vervoerder Peelbus", "Peelbus"),
        ("Het UWV Delta", "UWV Delta"),
    ],
)
def test_small_words_at_the_beginning_of_a_sentence(text: str, name: str) -> None:
    assert [one.ref.name for one in parties_in(f"{text} doet mee.", prose=True)] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Regio Deal Peelkracht draait goed.", ("Programme", "Regio Deal Peelkracht")),
        ("Acme BV en HZ tekenden de overeenkomst voor Warme Muur.", ("Project", "Warme Muur")),
        ("Coast 2025 is our umbrella programme for nature.", ("Programme", "Coast 2025")),
    ],
)
def test_names_by_deals_and_agreements(
    tmp_path: Path, text: str, expected: tuple[str, str]
) -> None:
    assert expected in activities(tmp_path, f"Nieuws\n\n{text} Er volgt nog meer over.\n")


def test_the_office_tells_the_programme(tmp_path: Path) -> None:
    text = "Programmabureau Maakkracht Oost\n\nVERSLAG\n\nNiet alles past in het programma.\n"
    assert ("Programme", "Maakkracht Oost") in activities(tmp_path, text)
