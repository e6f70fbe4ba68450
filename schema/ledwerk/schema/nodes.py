"""The declared node kinds. A new field is one line here; everything else follows."""

from __future__ import annotations

from ledwerk.schema import vocabularies as words
from ledwerk.schema.fields import (
    BOOLEAN,
    INTEGER,
    LINE,
    LIST,
    MARKDOWN,
    NUMBER,
    TEXT,
    URL,
    Text,
    choice,
)
from ledwerk.schema.fields import DATE as DATE_TYPE
from ledwerk.schema.kinds import PERIOD, NodeKind, Property

NAME = Property("name", LINE, Text("naam", "name"), "The name it is shown by.")
ALIASES = Property(
    "aliases", LIST, Text("ook bekend als", "also known as"), "Other names and spellings of it."
)
ABOUT = (
    Property("description_nl", TEXT, Text("omschrijving", "description (Dutch)"), "In Dutch."),
    Property("description_en", TEXT, Text("omschrijving (Engels)", "description"), "In English."),
)
# The page of a node, beside the facts that others state of it.
PAGE = (
    Property(
        "text_nl", MARKDOWN, Text("tekst", "text (Dutch)"),
        "What it is, why it is there and where it stands, in Dutch and in Markdown.",
    ),
    Property(
        "text_en", MARKDOWN, Text("tekst (Engels)", "text"),
        "What it is, why it is there and where it stands, in English and in Markdown.",
    ),
)  # fmt: skip
COUNTRY = Property("country", LINE, Text("land", "country"), "ISO 3166 code of the country.")
WEBSITE = Property("website", URL, Text("website", "website"), "Its own page on the web.")
NAMED = (NAME, ALIASES)

PARTY = (
    *NAMED,
    Property("kind", choice(words.PARTY_KIND), Text("soort", "kind"), "What sort of party it is."),
    Property(
        "helix", choice(words.HELIX), Text("helix", "helix"), "Its sphere of the triple helix."
    ),
    Property(
        "sme",
        BOOLEAN,
        Text("mkb", "SME"),
        "Whether it is a small or medium-sized enterprise; empty is unknown.",
    ),
    *ABOUT,
    WEBSITE,
    *PAGE,
)

ORGANISATION = NodeKind(
    "Organisation",
    "organisations",
    Text("organisatie", "organisation"),
    Text("organisaties", "organisations"),
    "A company, knowledge institution, government body or association.",
    "org:Organization",
    (
        *PARTY,
        Property("kvk", LINE, Text("KvK-nummer", "KvK number"), "Dutch trade register number."),
        Property("ror", LINE, Text("ROR", "ROR"), "Research Organization Registry id."),
        Property("pic", LINE, Text("PIC", "PIC"), "EU participant identification code."),
        Property("vat", LINE, Text("btw-nummer", "VAT number"), "VAT registration number."),
        Property("address", LINE, Text("adres", "address"), "Visiting address."),
        COUNTRY,
        *PERIOD,
    ),
    party=True,
    period=True,
    colour="#8C8C8C",
    shape="dot",
)
CAMPUS = NodeKind(
    "Campus",
    "campuses",
    Text("campus", "campus"),
    Text("campussen", "campuses"),
    "A place where companies and knowledge institutions work side by side, itself a party.",
    "org:Site",
    PARTY,
    party=True,
    fixed=(("kind", "campus"),),
    colour="#56B4E9",
    shape="hexagon",
)
MUNICIPALITY = NodeKind(
    "Municipality",
    "municipalities",
    Text("gemeente", "municipality"),
    Text("gemeenten", "municipalities"),
    "A municipality: a party, and where other parties are located.",
    "schema:City",
    (
        *PARTY,
        Property("code", LINE, Text("gemeentecode", "code"), "Code of the statistics office."),
        Property("latitude", NUMBER, Text("breedtegraad", "latitude"), "Degrees north."),
        Property("longitude", NUMBER, Text("lengtegraad", "longitude"), "Degrees east."),
    ),
    party=True,
    fixed=(("kind", "municipality"), ("helix", "government")),
    colour="#0072B2",
    shape="square",
)
GROUP = NodeKind(
    "Group",
    "groups",
    Text("groep", "group"),
    Text("groepen", "groups"),
    "Several parties under one name, such as “the municipalities”.",
    "org:OrganizationalCollaboration",
    PARTY,
    party=True,
    fixed=(("kind", "group"),),
    colour="#8C8C8C",
    shape="ellipse",
)
PERSON = NodeKind(
    "Person",
    "people",
    Text("persoon", "person"),
    Text("personen", "people"),
    "Somebody who holds seats or works for parties; name and functions only.",
    "popolo:Person",
    (*NAMED, *PAGE),
    colour="#CC79A7",
    shape="dot",
)
PROJECT = NodeKind(
    "Project",
    "projects",
    Text("project", "project"),
    Text("projecten", "projects"),
    "What parties do together, with a beginning and an end.",
    "schema:Project",
    (
        *NAMED,
        Property(
            "code",
            LINE,
            Text("projectnummer", "project number"),
            "Number under which its funder knows it.",
        ),
        *PERIOD,
        *ABOUT,
        Property("budget", NUMBER, Text("budget", "budget"), "Whole budget."),
        Property("currency", LINE, Text("munt", "currency"), "ISO 4217 code of the budget."),
        WEBSITE,
        *PAGE,
    ),
    period=True,
    colour="#333333",
    shape="box",
)
PROGRAMME = NodeKind(
    "Programme",
    "programmes",
    Text("programma", "programme"),
    Text("programma's", "programmes"),
    "A lasting effort of several parties, which answers a bottleneck.",
    "org:OrganizationalCollaboration",
    (
        *NAMED,
        Property(
            "type", choice(words.PROGRAMME_TYPE), Text("type", "type"), "What sort of programme."
        ),
        Property("number", INTEGER, Text("nummer", "number"), "Its number in the source's list."),
        *PERIOD,
        Property(
            "bottleneck", TEXT, Text("knelpunt", "bottleneck (Dutch)"), "The problem it answers."
        ),
        Property(
            "bottleneck_en",
            TEXT,
            Text("knelpunt (Engels)", "bottleneck"),
            "The problem it answers, in English.",
        ),
        *ABOUT,
        Property("state_nl", TEXT, Text("stand", "state (Dutch)"), "Where it stands, in Dutch."),
        Property("state_en", TEXT, Text("stand (Engels)", "state"), "Where it stands, in English."),
        WEBSITE,
        *PAGE,
    ),
    period=True,
    colour="#D55E00",
    shape="box",
)
BOARD = NodeKind(
    "Board",
    "boards",
    Text("orgaan", "board"),
    Text("organen", "boards"),
    "A body on which seats are held: a board, core team, steering group or committee.",
    "org:OrganizationalUnit",
    (
        *NAMED,
        Property(
            "board_type", choice(words.BOARD_TYPE), Text("type", "type"), "What sort of body."
        ),
        *ABOUT,
        *PAGE,
    ),
    colour="#F0E442",
    shape="box",
)
SEAT = NodeKind(
    "Seat",
    "seats",
    Text("zetel", "seat"),
    Text("zetels", "seats"),
    "A place on a board, held by a person or a party. Its name is made from holder and board.",
    "popolo:Membership",
    (
        Property("role", LINE, Text("rol", "role"), "Role on the board, as the source words it."),
        Property("function", LINE, Text("functie", "function"), "Function at home."),
        *PERIOD,
    ),
    period=True,
    named=False,
    colour="#F0E442",
    shape="dot",
)
SECTOR = NodeKind(
    "Sector",
    "sectors",
    Text("sector", "sector"),
    Text("sectoren", "sectors"),
    "A branch of the economy.",
    "skos:Concept",
    (*NAMED, *ABOUT, *PAGE),
    colour="#009E73",
    shape="box",
)
PLACE = NodeKind(
    "Place",
    "places",
    Text("plaats", "place"),
    Text("plaatsen", "places"),
    "A place or region that is not a municipality.",
    "schema:Place",
    (
        *NAMED,
        COUNTRY,
        Property("latitude", NUMBER, Text("breedtegraad", "latitude"), "Degrees north."),
        Property("longitude", NUMBER, Text("lengtegraad", "longitude"), "Degrees east."),
        *PAGE,
    ),
)
AMBITION_AREA = NodeKind(
    "AmbitionArea",
    "ambition_areas",
    Text("ambitiegebied", "ambition area"),
    Text("ambitiegebieden", "ambition areas"),
    "One of the conditions that a region works on, such as people or technology.",
    "skos:Concept",
    (*NAMED, *ABOUT, *PAGE),
    colour="#D55E00",
    shape="diamond",
)
GOAL = NodeKind(
    "Goal",
    "goals",
    Text("doel", "goal"),
    Text("doelen", "goals"),
    "What a programme, sector or ambition area wants.",
    "schema:Intangible",
    (*NAMED, *ABOUT, *PAGE),
)
INDICATOR = NodeKind(
    "Indicator",
    "indicators",
    Text("kengetal", "indicator"),
    Text("kengetallen", "indicators"),
    "A figure with its unit, year and scope.",
    "schema:Observation",
    (
        *NAMED,
        Property("value", NUMBER, Text("waarde", "value"), "The figure, or the lower of two."),
        Property("value_to", NUMBER, Text("tot", "to"), "The higher figure of a range."),
        Property("unit", LINE, Text("eenheid", "unit"), "What is counted, such as EUR or jobs."),
        Property("per", LINE, Text("per", "per"), "Per what the figure counts, such as year."),
        Property("precision", LINE, Text("precisie", "precision"), "Such as “more than”."),
        Property("year", DATE_TYPE, Text("jaar", "year"), "The year or day it holds for."),
        *PERIOD,
        Property("scope", LINE, Text("reikwijdte", "scope"), "Region or group it speaks of."),
        Property(
            "state", choice(words.INDICATOR_STATE), Text("aard", "nature"), "Observed or aimed at."
        ),
        *PAGE,
    ),
    period=True,
)
EVENT = NodeKind(
    "Event",
    "events",
    Text("gebeurtenis", "event"),
    Text("gebeurtenissen", "events"),
    "Something that happened or is planned: a start, milestone, award or meeting.",
    "schema:Event",
    (
        *NAMED,
        Property("event_type", choice(words.EVENT_TYPE), Text("type", "type"), "What sort."),
        *PERIOD,
        *ABOUT,
        *PAGE,
    ),
    period=True,
)
SOURCE = NodeKind(
    "Source",
    "sources",
    Text("bron", "source"),
    Text("bronnen", "sources"),
    "A publication or file that states facts.",
    "prov:Entity",
    (
        *NAMED,
        Property("publisher", LINE, Text("uitgever", "publisher"), "Who published it."),
        Property("date", DATE_TYPE, Text("datum", "date"), "When it was published."),
        Property("url", URL, Text("adres", "address"), "Where it can be found."),
        Property("licence", LINE, Text("licentie", "licence"), "How it may be used."),
        *ABOUT,
        *PAGE,
    ),
)

NODE_KINDS = (
    ORGANISATION,
    CAMPUS,
    MUNICIPALITY,
    GROUP,
    PERSON,
    PROJECT,
    PROGRAMME,
    BOARD,
    SEAT,
    SECTOR,
    PLACE,
    AMBITION_AREA,
    GOAL,
    INDICATOR,
    EVENT,
    SOURCE,
)
