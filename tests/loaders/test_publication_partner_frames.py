"""Who takes part, in whatever order of words a sentence says it; and who is a member of the network."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.test_publication_phrases import partners, roles

from ledwerk.loaders.publication.findings import FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.party_spans import spans_in
from ledwerk.loaders.publication.partners.partner_frames import laid_out
from ledwerk.loaders.publication.reading import read_document


@pytest.mark.parametrize(
    "body",
    [
        "In mei haakten Acme BV en ROC Delta aan.",
        "Later stapten ook Acme BV en ROC Delta in.",
        "Bij het project zijn Acme BV en ROC Delta betrokken.",
        "Naast Acme BV is ook ROC Delta betrokken.",
        "In april tekenden Acme BV en ROC Delta een samenwerkingsovereenkomst.",
        "Hier slaan Acme BV en ROC Delta de handen ineen.",
        "Acme BV en ROC Delta bundelden hun krachten om sneller te kweken.",
        "Zonder Acme BV en ROC Delta was Zilte Teelt er nooit gekomen.",
        "Acme BV levert de kennis, ROC Delta de leerlingen.",
        "Twee partijen werken samen: Acme BV en ROC Delta.",
        "Acme BV (kweek) en ROC Delta maken deel uit van het consortium.",
        "Wie doen mee? Acme BV en ROC Delta.",
        "Aan het project werken ook studenten van ROC Delta mee, en Acme BV doet dat ook.",
        "Twee bedrijven – Acme BV en ROC Delta – kweken lamsoor.",
        "In dit project kweken Acme BV en ROC Delta lamsoor.",
        "Acme BV and ROC Delta have since come on board.",
        "Acme BV and ROC Delta have signed up.",
        "In May the team was joined by Acme BV and ROC Delta.",
        "Also involved are Acme BV and ROC Delta.",
        "With the support of Acme BV, ROC Delta has joined in.",
        "Acme BV and ROC Delta signed a memorandum of understanding.",
        "Under this project Acme BV and ROC Delta are growing samphire.",
        "Partners: Acme BV - ROC Delta - Acme BV",
        "Uitvoerende partijen: Acme BV; ROC Delta Looptijd: 2021-2024",
        "Acme BV en ROC Delta doen mee, maar het weer was niet best.",
    ],
)
def test_partners_in_any_order_of_words(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == partners("Acme BV", "ROC Delta")


@pytest.mark.parametrize(
    "body",
    [
        "Het project wordt getrokken door Acme BV, met steun van ROC Delta.",
        "Onder leiding van Acme BV werkt ROC Delta eraan.",
        "Acme BV neemt het voortouw, ROC Delta doet mee.",
        "Acme BV trekt de kar en ROC Delta doet mee.",
        "De trekker, Acme BV, kreeg ROC Delta mee.",
        "Acme BV voert dit project uit met ROC Delta.",
        "Als penvoerder treedt Acme BV op. ROC Delta haakte aan.",
        "Acme BV leads, with ROC Delta as partner.",
        "Led by Acme BV, the project brings together growers and ROC Delta.",
        "Acme BV is the accountable body; ROC Delta has joined.",
        "Acme BV runs Zilte Teelt in partnership with ROC Delta.",
        "Promotor: Acme BV. Copromotor: ROC Delta.",
        "Accountable body: Acme BV. Delivery partners: ROC Delta.",
    ],
)
def test_who_leads_and_who_is_beside_him(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == partners("ROC Delta", lead="Acme BV")


@pytest.mark.parametrize(
    "body",
    [
        "De Pers BV hoopt volgend jaar aan te sluiten.",
        "De Pers BV is benaderd, maar heeft nog niet besloten.",
        "De Pers BV heeft interesse in deelname.",
        "De Pers BV zou meedoen, maar ging failliet.",
        "De Pers BV deed mee aan de verkenning, maar heeft niet getekend.",
        "De reizende kas doet dit jaar De Pers BV en Drukhuis NV aan.",
        "De kas is gebouwd door De Pers BV.",
        "De grond werd gekocht van De Pers BV.",
        "“Mooi werk”, zegt Jan de Boer, directeur van De Pers BV.",
        "De leerlingen volgen de opleidingen Techniek en Zorg en doen mee.",
        "De resultaten werden gepresenteerd aan De Pers BV.",
        "De Pers BV stelt € 20.000 beschikbaar.",
        "Met steun van De Pers BV, die € 20.000 gaf, groeit er lamsoor.",
        "Vans are leased from Press Ltd.",
        "Press Ltd has yet to decide.",
        "Press Ltd was to take part but went out of business.",
        "The results were shared with Press Ltd.",
        "Onze oosterburen doen iets soortgelijks met De Pers BV.",
    ],
)
def test_who_does_not_take_part(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == set()


def test_a_plural_before_a_colon_is_shared_out(tmp_path: Path) -> None:
    assert roles(tmp_path, "Twee gemeenten doen mee: Hoorn en Medemblik.") >= partners(
        "Gemeente Hoorn", "Gemeente Medemblik"
    )


def test_parties_and_projects_by_turns(tmp_path: Path) -> None:
    file = tmp_path / "beurten.txt"
    file.write_text(
        "Projecten\n\nOver de projecten\n\nHet project Koudehal en het project Datahuis lopen. "
        "Koudehal wordt geleid door ROC Delta, Datahuis door Acme BV.\n"
    )
    assert ties_of(file, "PARTNER_IN") == {("ROC Delta", "Koudehal"), ("Acme BV", "Datahuis")}


def test_a_project_named_after_those_who_do_it(tmp_path: Path) -> None:
    file = tmp_path / "daarna.txt"
    file.write_text(
        "Nieuws\n\nDe boer op\n\nAcme BV en ROC Delta slaan de handen ineen. Samen met boeren "
        "zoeken zij in het project Zilte Teelt naar zout.\n"
    )
    assert ties_of(file, "PARTNER_IN") >= {("Acme BV", "Zilte Teelt"), ("ROC Delta", "Zilte Teelt")}


def ties_of(file: Path, kind: str) -> set[tuple[str, str]]:
    """The ends of all relations of a kind that are read in a file."""
    found = read_document(extracted(file))
    return {
        (one.source.name, one.target.name)
        for one in found
        if isinstance(one, FoundTie) and one.kind == kind
    }


@pytest.mark.parametrize(
    "body",
    [
        "Sinds 2019 zijn ook Acme BV en ROC Delta aangesloten.",
        "Welkom aan Acme BV en ROC Delta, die zich bij ons hebben aangesloten.",
        "Acme BV en ROC Delta zijn in mei lid geworden.",
        "Nieuwe leden zijn Acme BV en ROC Delta.",
        "Acme BV and ROC Delta signed up as members this year.",
        "New members since May: Acme BV and ROC Delta.",
        "Netwerk Kwelder is het samenwerkingsverband van twee leden: Acme BV en ROC Delta.",
    ],
)
def test_members_of_the_publisher(tmp_path: Path, body: str) -> None:
    assert members(tmp_path, body) == {"Acme BV", "ROC Delta"}


@pytest.mark.parametrize(
    "body",
    [
        "Acme BV zegde het lidmaatschap op.",
        "Acme BV left us, while our members stayed.",
        "Met Acme BV praten de leden over toetreding.",
        "De leden bezochten Acme BV.",
    ],
)
def test_who_is_no_member(tmp_path: Path, body: str) -> None:
    assert members(tmp_path, body) == set()


def members(folder: Path, body: str) -> set[str]:
    """Who is read as a member of the network that a newsletter is of."""
    file = folder / "leden.txt"
    file.write_text(
        f"Nieuwsbrief van Netwerk Kwelder\n\nOnze leden\n\nNetwerk Kwelder heeft leden. {body}\n\n"
        "Colofon\n\nUitgave van Netwerk Kwelder.\n"
    )
    ties = ties_of(file, "MEMBER_OF")
    return {who for who, whole in ties if whole == "Netwerk Kwelder"}


def test_members_in_a_table(tmp_path: Path) -> None:
    file = tmp_path / "leden.md"
    rows = "\n".join(f"| {name} | 2019 |" for name in ("Acme BV", "ROC Delta", "Tauw"))
    file.write_text(
        f"# Nieuwsbrief van Netwerk Kwelder\n\n## Onze leden\n\n| Lid | Sinds |\n|---|---|\n{rows}\n\n"
        "## Colofon\n\nUitgave van Netwerk Kwelder.\n"
    )
    assert {who for who, _ in ties_of(file, "MEMBER_OF")} == {"Acme BV", "ROC Delta", "Tauw"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Scholengroep De Kade 310 leerlingen", ["Scholengroep De Kade"]),
        ("Hogeschool Zee van 2018 tot 2021", ["Hogeschool Zee"]),
        ("Tauw in 2021", ["Tauw"]),
        ("a.s.r. Zuid en Tauw doen mee", ["a.s.r. Zuid", "Tauw"]),
        ("Tauw, the project brings Scalda", ["Tauw"]),
        ("Helicon en stichting Struin en Proef zijn er", ["Helicon", "Stichting Struin en Proef"]),
    ],
)
def test_where_names_end_in_a_sentence(text: str, names: list[str]) -> None:
    assert [one.ref.name for one in parties_in(text, prose=True)] == names


def test_a_clause_is_laid_out_with_a_sign_for_each_span() -> None:
    text = "Ook wethouder Jan Smit ziet dat Tauw en ROC Delta meedoen."
    spans = spans_in(text, Known(), Known())
    assert laid_out(text, spans).text == "Ook wethouder \uf001 ziet dat \ue000 meedoen."


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Penvoerende partij", "lead"),
        ("Host", "lead"),
        ("Getrokken door", "lead"),
        ("Mede-aanvragers", "partner"),
        ("Wie zijn betrokken?", "partner"),
        ("Supporting partners", "partner"),
        ("Deelnemende gemeenten", "participant"),
        ("Partnerwerving", ""),
    ],
)
def test_labels_of_roles(label: str, meaning: str) -> None:
    assert meaning_of(label) == meaning


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("Acme BV opent een kas, samen met ROC Delta.", "Acme BV"),
        ("Acme BV onderzoekt met ROC Delta hoe het zouter kan.", "Acme BV"),
        ("Samen met ROC Delta opent Acme BV een kas.", "Acme BV"),
        ("In Zilte Teelt, Acme BV grows samphire with ROC Delta.", "Acme BV"),
        ("Acme BV opent een kas, samen met ROC Delta. De trekker is ROC Delta.", "ROC Delta"),
    ],
)
def test_who_does_it_with_others_leads_where_nobody_else_does(
    tmp_path: Path, body: str, lead: str
) -> None:
    other = "ROC Delta" if lead == "Acme BV" else "Acme BV"
    assert roles(tmp_path, body) == partners(other, lead=lead)


def test_a_common_noun_means_the_one_party_of_that_name(tmp_path: Path) -> None:
    body = (
        "Waterschap Zout en Acme BV doen mee. Het project staat onder leiding van het waterschap."
    )
    assert roles(tmp_path, body) == partners("Acme BV", lead="Waterschap Zout")


def test_a_legend_tells_which_mark_is_the_lead_s(tmp_path: Path) -> None:
    file = tmp_path / "matrix.md"
    file.write_text(
        "# Overzicht\n\n## Wie doet mee\n\nP = promotor, x = partner\n\n"
        "| Organisatie | Koudehal | Datahuis |\n|---|---|---|\n"
        "| Acme BV | P | x |\n| ROC Delta | x | P |\n| Tauw | | x |\n"
    )
    found = read_document(extracted(file))
    ties = [one for one in found if isinstance(one, FoundTie) and one.kind == "PARTNER_IN"]
    leads = {
        (one.source.name, one.target.name) for one in ties if dict(one.properties)["role"] == "lead"
    }
    assert leads == {("Acme BV", "Koudehal"), ("ROC Delta", "Datahuis")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the housing association Moorside Homes", ["Moorside Homes"]),
        ("Union of Dock and River Workers and Tauw", ["Union of Dock and River Workers", "Tauw"]),
        ("sportbedrijf Hardenbergh", ["Sportbedrijf Hardenbergh"]),
        ("Northmoor University's Advanced Making Centre", ["Northmoor University"]),
        (
            "University of Carrow and Tidewater College",
            ["University of Carrow", "Tidewater College"],
        ),
    ],
)
def test_what_belongs_to_a_name(text: str, names: list[str]) -> None:
    assert [one.ref.name for one in parties_in(text, prose=True)] == names


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Projectleider (organisatie)", "lead"),
        ("Project leader / organisation", "lead"),
        ("Trekker (partij)", "lead"),
        ("Partners (organisations)", "partner"),
        ("Projectleider", ""),
        ("Contact (organisatie)", ""),
    ],
)
def test_a_head_says_whether_it_means_a_party(label: str, meaning: str) -> None:
    assert meaning_of(label) == meaning
