"""Names of bodies across languages, spellings and abbreviations: what is one, and what is not."""

from __future__ import annotations

import pytest

from ledwerk.graph.identity import compounds
from ledwerk.graph.identity.legal_forms import LANDS, SHORT, rows
from ledwerk.graph.identity.matching import verdict
from ledwerk.graph.identity.name_parts import name_parts
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.vocabulary import CLASSES, CONCEPTS


def body(text: str) -> Record:
    """A body as "name; other names | country | place"."""
    told = [part.strip() for part in text.split("|")]
    names, country, place = (*told, "", "")[:3]
    return Record(
        "organisation:x", "Organisation", tuple(name.strip() for name in names.split(";")),
        country, (place,) if place else (),
    )  # fmt: skip


def answer(one: str, two: str) -> str:
    said = verdict(body(one), body(two)).answer
    assert verdict(body(two), body(one)).answer == said
    return said


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Rijksuniversiteit Groningen | NL", "University of Groningen | NL"),
        ("TU Delft | NL", "Technische Universiteit Delft | NL"),
        ("TU Eindhoven | NL", "Eindhoven University of Technology | NL | Eindhoven"),
        ("FH Aachen | DE | Aachen", "Fachhochschule Aachen | DE | Aken"),
        ("Fontys Hogescholen | NL", "Fontys University of Applied Sciences | NL"),
        ("Leids Universitair Medisch Centrum | NL | Leiden", "Leiden University Medical Center | NL"),
        ("RWTH Aachen | DE", "Rheinisch-Westfälische Technische Hochschule Aachen | DE"),
        ("LMU München | DE", "Ludwig-Maximilians-Universität München | DE"),
        ("VU Amsterdam | NL", "Vrije Universiteit Amsterdam | NL"),
        ("KU Leuven | BE", "Katholieke Universiteit Leuven | BE"),
        ("Karlsruher Institut für Technologie | DE", "Karlsruhe Institute of Technology | DE"),
        ("Szegedi Tudományegyetem | HU", "University of Szeged | HU"),
        ("Panepistimio Patron | GR", "University of Patras | GR"),
        ("Uniwersytet Warszawski | PL", "University of Warsaw | PL"),
        ("Lunds universitet | SE | Lund", "Lund University | SE | Lund"),
        ("Helsingin yliopisto | FI", "University of Helsinki | FI"),
        ("Univerzita Karlova | CZ | Praha", "Charles University | CZ | Prague"),
        ("Gemeente 's-Hertogenbosch | NL", "Gemeente Den Bosch | NL"),
        ("Industrie- und Handelskammer Aachen | DE", "IHK Aachen | DE"),
        ("KvK Limburg", "Kamer van Koophandel Limburg"),
        ("Waterschap Limburg | NL | Roermond", "Limburg Water Authority | NL | Roermond"),
        ("Stichting Brainport | NL", "Brainport Foundation | NL"),
        ("N.V. Nederlandse Spoorwegen | NL | Utrecht", "Nederlandse Spoorwegen | NL | Utrecht"),
        ("Koninklijke Sphinx N.V. | NL", "Sphinx N.V. | NL"),
        ("École Polytechnique Fédérale de Lausanne; EPFL | CH | Lausanne", "EPFL | CH | Lausanne"),
        ("IFEU - Institut für Energie- und Umweltforschung; IFEU | DE | Heidelberg",
         "Institut fuer Energie und Umweltforschung | DE | Heidelberg"),
        ("Honza Strojírny, spol. s r.o. | CZ", "Honza Strojirny s.r.o. | CZ"),
        ("Fundació Privada Institut Marbre | ES", "Fundació Institut Marbre | ES"),
        ("Université Paris 13 Nord | FR | Paris", "Université Paris 13 | FR | Paris"),
        ("Veterinærinstituttet - National Veterinary Institute | NO | Oslo",
         "Veterinærinstituttet - Norwegian Veterinary Institute | NO | Oslo"),
    ],
)  # fmt: skip
def test_one_body(one: str, two: str) -> None:
    assert answer(one, two) == "sure"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Universität Bonn | DE | Bonn", "Rheinische Friedrich-Wilhelms-Universität Bonn | DE | Bonn"),
        ("Hochschule Niederrhein | DE", "Niederrhein University of Applied Sciences | DE"),
        ("TNO | NL | Delft", "Netherlands Organisation for Applied Scientific Research; TNO | NL"),
        ("Open Universiteit | NL | Heerlen", "OU | NL | Heerlen"),
        ("LWV | NL | Roermond", "Limburgse Werkgevers Vereniging | NL | Roermond"),
        ("University of Architecture and Geodesy of Zarel; UAGZ | BG | Zarel",
         "Universitet po Arhitektura i Geodezija na Zarel; UAGZ | BG | Zarel"),
        ("Stichting Zuiderhof, inzake De Berkenlaan | NL", "Stichting Zuiderhof | NL"),
        ("Stg Dienst Zaaikundig Speurwerk (DZS) | NL", "Stichting Zaadlab; DZS | NL | Ede"),
        ("Centre for Sound Ideas in Care | NL | Ede",
         "Centre for Sound Ideas in Care and Other Good Works | NL | Ede"),
    ],
)  # fmt: skip
def test_asked_about(one: str, two: str) -> None:
    assert answer(one, two) in {"doubtful", "sure"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Vrije Universiteit Brussel | BE | Brussel", "Université Libre de Bruxelles | BE | Bruxelles"),
        ("Vrije Universiteit Brussel", "Université Libre de Bruxelles"),
        ("Katholieke Universiteit Leuven | BE", "Université Catholique de Louvain | BE"),
        ("Katholieke Universiteit Leuven | BE", "Catholic University of Leuven | BE"),
        ("Katholieke Universiteit Leuven; KU Leuven | BE | Leuven",
         "Université Catholique de Louvain; UCL | BE | Louvain-la-Neuve"),
        ("Politecnico di Milano | IT | Milano", "Fondazione Politecnico di Milano | IT | Milano"),
        ("Høgskolen i Bergen | NO | Bergen", "Universitetet i Bergen | NO | Bergen"),
        ("Université de Rennes | FR | Rennes", "Université de Rennes I | FR | Rennes"),
        ("Université de Lyon I | FR | Lyon", "Université de Lyon II | FR | Lyon"),
        ("Birkbeck College - University of London | GB | London", "University of London | GB | London"),
        ("Universidad de Navarra | ES | Pamplona", "Universidad Pública de Navarra | ES | Pamplona"),
        ("Seoul University | KR | Seoul", "Seoul National University | KR | Seoul"),
        ("Beijing Institute of Technology | CN | Beijing", "Beijing University of Technology | CN | Beijing"),
        ("Uniwersytet Jagielloński | PL | Kraków", "Uniwersytet Ekonomiczny w Krakowie | PL | Kraków"),
        ("University of York | GB | York", "New York University"),
        ("University of Oxford | GB | Oxford", "Oxford Brookes University | GB | Oxford"),
        ("Institut Pasteur", "Institut Pasteur de Lille | FR | Lille"),
        ("Coventry University | GB | Coventry", "Coventry University Enterprises Limited | GB | Coventry"),
        ("Hogeschool Rotterdam | NL", "Erasmus Universiteit Rotterdam | NL"),
        ("IHK Frankfurt am Main | DE | Frankfurt am Main", "IHK Frankfurt | DE | Frankfurt Oder"),
        ("Gemeente Berg en Dal", "Gemeente Bergen (L.)"),
        ("Gemeente Venlo | NL", "Gemeente Venray | NL"),
        ("In Srl | IT | Udine", "I+ Srl | IT | Firenze"),
        ("Novo Nordisk | DK", "Novo Nordisk Foundation | DK"),
        ("Tennet TSO B.V. | NL", "Tennet TSO GmbH"),
        ("Ministry of the Interior | FI | Helsinki", "Ministry of Interior"),
        ("Royal Bank of Fife | GB", "Bank of Fife | GB"),
    ],
)  # fmt: skip
def test_never_merged_unasked(one: str, two: str) -> None:
    assert answer(one, two) != "sure"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Siemens AG | DE", "Siemens SpA; SIEMENS | IT"),
        ("Universität Jena | DE | Jena", "Jenacell GmbH; JENA | DE | Jena"),
        ("Philips Lighting B.V.; Philips | NL | Eindhoven",
         "Philips Consumer Electronics B.V. | NL | Eindhoven"),
        ("University of Glasgow | GB | Glasgow", "Glasgow Caledonian University | GB | Glasgow"),
        ("Universität Wien | AT | Wien", "Medizinische Universität Wien | AT | Wien"),
    ],
)  # fmt: skip
def test_not_even_asked_about(one: str, two: str) -> None:
    assert answer(one, two) == ""


def test_compounds_are_taken_apart_where_both_parts_are_known() -> None:
    assert compounds.apart("energietechnologie") == ("energie", "technologie")
    assert compounds.apart("landbouwuniversiteit") == ("landbouw", "universiteit")
    assert compounds.apart("umweltforschung") == ("umwelt", "forschung")
    for word in ("eindhoven", "universiteit", "brightlands", "chemelot"):
        assert compounds.apart(word) == ()


def test_legal_forms_are_off_wherever_they_stand() -> None:
    for name in ("Sphinx N.V.", "N.V. Sphinx", "Sphinx, s.r.o.", "UAB Sphinx", "Sphinx S.A.U.",
                 "Sphinx gemeinnützige GmbH", "Sphinx d.o.o.", "Sphinx Kft.", "Sphinx Oy"):  # fmt: skip
        assert name_parts(name).plain == ("sphinx",), name
    assert name_parts("Sphinx GmbH").lands == {"DE", "AT", "CH", "LI"}
    assert set(LANDS) <= set(SHORT)


def test_no_word_is_of_two_classes_unseen() -> None:
    # A place called like something else goes on meaning that; every other word has one meaning.
    for file in ("words.txt", "subjects.txt", "places.txt"):
        for kind, concept, words in rows(file):
            assert concept.strip()
            assert words.split(), (kind, concept)
    assert CLASSES[CONCEPTS["universiteit"]] == "type"
    assert CONCEPTS["hogskolen"] == CONCEPTS["hochschule"] == "higher_school"
