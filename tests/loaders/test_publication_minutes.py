"""Minutes in other forms: who was there, a name a line, run on, in a table; guests and stand-ins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.loaders.publications.found import Reader, names, reader, ties

from ledwerk.loaders.publication.findings import Finding, FoundNode


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads a text as a publication, whole."""
    return reader(tmp_path)


def holders(found: Sequence[Finding]) -> set[str]:
    """Who holds a seat."""
    return {holder for holder, _ in ties(found, "HOLDS")}


OVER_LINES = (
    "Aanwezig:   Anna Vos (voorzitter, wethouder gemeente Hoogveen), Gerrit\n"
    "            Jan Mulder (wethouder gemeente Laagveen), Fenna Bos (namens de\n"
    "            LTO-afdeling Oost; directeur Bos Metaal), Ria Oude Nijhuis (lector\n"
    "            Water, Hogeschool Oost)\n"
    "Afwezig\n"
    "m.k.:       Dick Smit (Rabobank Oost)\n"
    "Te gast:    Sander Bol (adviesbureau Trend)\n"
)
ONE_A_LINE = (
    "Aanwezig    : mw. A. (Anna) Vos (wethouder Hoogveen, voorzitter)\n"
    "              dhr. G.J. (Gerrit Jan) Mulder (wethouder Laagveen)\n"
    "              Fenna Bos (directeur Bos Metaal)\n"
    "              mevr. Ria Oude Nijhuis (lector Hogeschool Oost)\n"
    "Verhinderd  : Dick Smit (Rabobank Oost)\n"
    "Gasten      : Sander Bol (adviesbureau Trend)\n"
)
IN_A_TABLE = (
    "| Aanwezig | Anna Vos (voorzitter), Gerrit Jan Mulder (gemeente Laagveen), Fenna Bos, Ria Oude Nijhuis |\n"
    "| Afwezig | Dick Smit (Rabobank Oost) |\n"
    "| Te gast | Sander Bol (adviesbureau Trend) |\n"
)


@pytest.mark.parametrize("present", [OVER_LINES, ONE_A_LINE, IN_A_TABLE])
def test_who_was_there_or_sent_word_has_a_seat(read: Reader, present: str) -> None:
    found = read(f"VERSLAG STUURGROEP LEVEND LAND (concept)\n\nVergadering 3\n\n{present}")
    assert names(found, "Board") == {"Stuurgroep Levend Land"}
    assert holders(found) == {
        "Anna Vos", "Gerrit Jan Mulder", "Fenna Bos", "Ria Oude Nijhuis", "Dick Smit",
    }  # fmt: skip
    assert not names(found, "Organisation") & {"Gerrit", "Afwezig m.k.", "Te gast", "Fenna Bos"}


def test_a_mandate_in_brackets_ends_where_the_function_begins(read: Reader) -> None:
    found = read(f"VERSLAG STUURGROEP LEVEND LAND\n\nVergadering 3\n\n{OVER_LINES}")
    seat = "Stuurgroep Levend Land: Fenna Bos"
    assert {target for source, target in ties(found, "ON_BEHALF_OF") if source == seat} == {
        "LTO-afdeling Oost"
    }
    assert ("Fenna Bos", "Bos Metaal") in ties(found, "WORKS_FOR")


@pytest.mark.parametrize(
    ("title", "board"),
    [
        ("Notulen Bestuurlijk Overleg Waterrijk", "Bestuurlijk Overleg Waterrijk"),
        ("Verslag van de 3e bijeenkomst van de Klankbordgroep Natuur", "Klankbordgroep Natuur"),
        ("Verslag bestuursvergadering Stichting De Kade", "Bestuur"),
        ("Besluitenlijst Programmaraad Zuid 12 mei 2020", "Programmaraad Zuid"),
    ],
)
def test_the_title_names_the_board(read: Reader, title: str, board: str) -> None:
    found = read(f"{title}\n\nAanwezig: Anna Vos (voorzitter), Gerrit Smit\n\n1. Opening\n")
    assert ties(found, "ON") == {(f"{board}: Anna Vos", board), (f"{board}: Gerrit Smit", board)}


def test_english_minutes_a_name_a_line(read: Reader) -> None:
    found = read(
        "MINUTES OF THE STEERING COMMITTEE OF THE CALDER PARTNERSHIP\nheld on 4 February 2020\n\n"
        "Present:\nCllr Anne Hartley (Chair), Calder Borough Council\n"
        "Dr Samuel Okonkwo, Director of Research, University of Penworth\n"
        "Mr Rhys ap Gwilym, representing the Federation of Valley Firms\n"
        "Prof. Mei-Ling Chow-Barker, Todbridge College (Vice-Chair)\n\n"
        "Apologies: Mr David Lunn (Penworth Bank)\n"
        "In attendance: Laura Stead, KPM Consulting (item 4)\n"
    )
    assert holders(found) == {
        "Anne Hartley", "Samuel Okonkwo", "Rhys ap Gwilym", "Mei-Ling Chow-Barker", "David Lunn",
    }  # fmt: skip
    assert ("Samuel Okonkwo", "University of Penworth") in ties(found, "WORKS_FOR")


@pytest.mark.parametrize(
    "said",
    [
        "Voor de open zetel was ook Henk Bruil (Bruil Bouw) gevraagd; hij heeft bedankt voor de eer.",
        "Henk Bruil (Bruil Bouw) is gevraagd voor de stuurgroep, maar zag ervan af.",
        "Anna Vos is verhinderd en wordt vervangen door Henk Bruil.",
        "De methode staat in het rapport 'Water' van J. Veld en Henk Bruil (Universiteit Oost, 2017).",
    ],
)
def test_who_declined_stood_in_or_is_cited_has_no_seat(read: Reader, said: str) -> None:
    found = read(
        "Verslag Stuurgroep Zuid\n\nAanwezig: Anna Vos (voorzitter), Gerrit Smit\n\n"
        f"1. Opening\n\n{said}\n"
    )
    assert holders(found) == {"Anna Vos", "Gerrit Smit"}
    assert "Henk Bruil" not in {person for person, _ in ties(found, "WORKS_FOR")}


def test_a_successor_has_a_seat_with_the_mandate_of_who_left(read: Reader) -> None:
    found = read(
        "Verslag Stuurgroep Zuid\n\nAanwezig: Anna Vos (voorzitter), Gerrit Smit\n\n1. Wisseling\n\n"
        "Als vertegenwoordiger van de Natuurfederatie wordt Frits Bal opgevolgd door Noor Vink.\n"
    )
    assert ("Noor Vink", "Stuurgroep Zuid: Noor Vink") in ties(found, "HOLDS")
    assert ties(found, "ON_BEHALF_OF") == {("Stuurgroep Zuid: Noor Vink", "Natuurfederatie")}


HOUSE = "Stichting Groen Kempen\nJaarverslag 2022\n\nStichting Groen Kempen telt 64 leden.\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "Bureau\n\nAnouk Peeters – directeur\nBram Luijten – projectleider energie\n",
        "Medewerkers\n\nBij ons werken Anouk Peeters (directeur) en Bram Luijten (projectleider).\n",
        "Nieuws\n\nOnze directeur Anouk Peeters blikt terug. Bram Luijten is begonnen als "
        "projectleider.\n",
    ],
)
def test_people_of_an_office_work_for_the_publisher(read: Reader, said: str) -> None:
    found = read(f"{HOUSE}{said}")
    assert not holders(found)
    assert not names(found, "Board")
    house = "Stichting Groen Kempen"
    assert ties(found, "WORKS_FOR") == {("Anouk Peeters", house), ("Bram Luijten", house)}


@pytest.mark.parametrize(
    "said",
    [
        "Nieuw dit jaar zijn Bakkerij Van Lierop en Hoeve De Linde.",
        "Nieuwe leden in 2022 waren Bakkerij Van Lierop en Hoeve De Linde.",
        "Bakkerij Van Lierop en Hoeve De Linde werden lid.",
        "We verwelkomden Bakkerij Van Lierop en Hoeve De Linde als nieuwe leden.",
    ],
)
def test_new_members_of_the_publisher(read: Reader, said: str) -> None:
    found = read(f"{HOUSE}Leden\n\nHet aantal leden groeit. {said}\n")
    house = "Stichting Groen Kempen"
    assert ties(found, "MEMBER_OF") == {("Bakkerij Van Lierop", house), ("Hoeve De Linde", house)}


@pytest.mark.parametrize(
    "said",
    [
        "Zij is in 2009 opgericht door ZLTO Kempen en Rabobank Kempen.",
        "Zij werd door ZLTO Kempen en Rabobank Kempen in 2009 opgericht.",
        "Onze stichting, opgericht in 2009 door ZLTO Kempen en Rabobank Kempen, groeit.",
    ],
)
def test_founders_of_the_publisher(read: Reader, said: str) -> None:
    found = read(f"{HOUSE}Over ons\n\nStichting Groen Kempen werkt aan natuur. {said}\n")
    house = "Stichting Groen Kempen"
    assert ties(found, "FOUNDED") == {("ZLTO Kempen", house), ("Rabobank Kempen", house)}


def test_items_of_participants_are_people_and_no_partners(read: Reader) -> None:
    found = read(
        "Verslag voortgangsoverleg Veluwerand\nDatum: 8 oktober 2021\nDeelnemers:\n"
        "- Petra van Ginkel (voorzitter, gemeente Harderhoek)\n"
        "- Wouter Schut, beleidsmedewerker economie gemeente Nunterveld\n"
        "- Fatma Özdemir, ROC Veluwe (opleidingsmanager techniek)\n"
        "Afgemeld: Karel Pronk (VNO-NCW)\n"
    )
    assert names(found, "Board") == {"Voortgangsoverleg Veluwerand"}
    assert holders(found) == {"Petra van Ginkel", "Wouter Schut", "Fatma Özdemir", "Karel Pronk"}
    assert not ties(found, "PARTNER_IN")
    assert not names(found, "Place")


@pytest.mark.parametrize(
    ("said", "seats"),
    [
        (
            "The board is now chaired by Anna Hale; Anita Desai-Clarke (Portwick Council) is its "
            "vice-chair and Ian McKay remains treasurer.",
            {"Anna Hale", "Anita Desai-Clarke", "Ian McKay"},
        ),
        (
            "Three new faces joined the advisory board: Dr Leila Haddad (Portwick University), "
            "Tomasz Nowak, founder of Nowak Robotics, and Grace Adeyemi, who represents the "
            "Tenants' Forum.",
            {"Leila Haddad", "Tomasz Nowak", "Grace Adeyemi"},
        ),
        (
            "The Skills Committee consists of Owen Prys-Jones, Leader, Marches Council "
            "(Vice-Chair), and Hannah Goodfellow, Managing Director, Goodfellow Foods Ltd.",
            {"Owen Prys-Jones", "Hannah Goodfellow"},
        ),
    ],
)
def test_seats_in_english_sentences(read: Reader, said: str, seats: set[str]) -> None:
    assert holders(read(f"News\n\nPeople on the move\n\n{said}\n")) == seats


@pytest.mark.parametrize(
    ("said", "employed"),
    [
        (
            "Sarah O'Connell has been appointed chief executive of Riverside Trust.",
            ("Sarah O'Connell", "Riverside Trust"),
        ),
        (
            "Ook Auke Bijlsma, innovatiemanager bij Jachtwerf Bijlsma, is tevreden.",
            ("Auke Bijlsma", "Jachtwerf Bijlsma"),
        ),
        (
            "“It works,” says Hannah Lee, managing director of Goodfellow Foods Ltd.",
            ("Hannah Lee", "Goodfellow Foods Ltd"),
        ),
    ],
)
def test_who_works_where(read: Reader, said: str, employed: tuple[str, str]) -> None:
    found = read(f"Nieuws\n\nAan het woord\n\n{said}\n")
    assert ties(found, "WORKS_FOR") == {employed}


@pytest.mark.parametrize(
    ("said", "seats"),
    [
        (
            "Bestuurssamenstelling\n\nVoorzitter: mr. Joop Verstegen, oud-burgemeester van Maasbree\n"
            "Secretaris: Carla Hermans-Peeters (Hermans Advies)\n",
            {"Joop Verstegen", "Carla Hermans-Peeters"},
        ),
        (
            "Raad van Advies\n\nIn de raad van advies hebben zitting:\n"
            "prof. dr. Annette Klaassen – hoogleraar, Universiteit Oost\n"
            "Theo van Dooren – eigenaar Van Dooren Plant BV\n",
            {"Annette Klaassen", "Theo van Dooren"},
        ),
        (
            "Commissies\n\nDe commissie Feest, onder leiding van Ria Gommans, kwam vier keer bijeen. "
            "Ook maakten Hub Creemers en Nelly Smit deel uit van de commissie.\n",
            {"Ria Gommans", "Hub Creemers", "Nelly Smit"},
        ),
    ],
)
def test_boards_in_a_yearly_report(read: Reader, said: str, seats: set[str]) -> None:
    found = read(f"Vereniging Bloeiend Land\nJaarverslag 2019\n\n{said}")
    assert holders(found) == seats
    assert "Dooren Plant BV" not in names(found, "Organisation")


def test_a_role_in_the_cell_of_a_function(read: Reader) -> None:
    found = read(
        "Progress report\n\nProgramme Board\n\n| Name | Position | Organisation |\n"
        "| Helen Marsh | Director of Place (chair) | Seaford Council |\n"
        "| Ibrahim Sesay | Head of Coast | Coastal Trust |\n| vacant | | NHS Trust |\n"
    )
    told = {f.ref.name: dict(f.properties) for f in found
            if isinstance(f, FoundNode) and f.ref.kind == "Seat"}  # fmt: skip
    seat = told["Programme Board: Helen Marsh"]
    assert (seat["role"], seat["function"]) == ("chair", "Director of Place")
    assert holders(found) == {"Helen Marsh", "Ibrahim Sesay"}


@pytest.mark.parametrize(
    "below",
    [
        "Per 1 april is Sjaak Coppens afgetreden als secretaris.",
        "In juni namen we afscheid van Sjaak Coppens.",
        "Het bestuur heeft een vacature; Sjaak Coppens trad in mei af.",
    ],
)
def test_a_sentence_below_the_members_is_not_of_the_last(read: Reader, below: str) -> None:
    found = read(
        "Jaarverslag\n\nBestuur\n\nVoorzitter: Anna Vos (gemeente Beek)\n"
        f"Leden: Piet Smit (LLTB) en Ria Bos (Fontys)\n{below}\n"
    )
    assert holders(found) == {"Anna Vos", "Piet Smit", "Ria Bos"}


def test_a_board_that_is_represented_is_not_the_one_sat_on(read: Reader) -> None:
    found = read(
        "Verslag Regiegroep Maas\n\nAanwezig: Loes Kuijpers (voorzitter), Ruben el Khatib (namens "
        "Jongerenraad Maas)\n\n1. Opening\n\nRuben el Khatib neemt voor het laatst deel; Dewi Pattinama "
        "volgt hem op namens de Jongerenraad Maas.\n"
    )
    assert names(found, "Board") == {"Regiegroep Maas"}
    assert ("Regiegroep Maas: Dewi Pattinama", "Jongerenraad Maas") in ties(found, "ON_BEHALF_OF")
    roles = {f.ref.name: dict(f.properties).get("role") for f in found
             if isinstance(f, FoundNode) and f.ref.kind == "Seat"}  # fmt: skip
    assert roles["Regiegroep Maas: Dewi Pattinama"] == "lid"


def test_a_label_in_the_cell_of_whom_it_holds_for(read: Reader) -> None:
    found = read(
        "Verslag van de stuurgroep Slib\n\nAanwezig\n"
        "    mw. Anna Vos          voorzitter\n"
        "    dhr. Gerrit Smit      namens Hogeschool Oost\n"
        "Gast (bij punt 4)\n"
        "    mw. Ria Bos           Universiteit West, onderzoeker\n"
        "Afwezig met bericht\n"
        "    dhr. Dick Mol         lid, wethouder gemeente Ede\n\n"
        "1. Opening\nDe voorzitter opent.\n"
    )
    assert holders(found) == {"Anna Vos", "Gerrit Smit", "Dick Mol"}
    assert ("Ria Bos", "Universiteit West") in ties(found, "WORKS_FOR")
