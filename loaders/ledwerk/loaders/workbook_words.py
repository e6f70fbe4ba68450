"""What an empty workbook says: names of sheets, explanations of columns, its first sheet."""

from __future__ import annotations

from ledwerk.schema.fields import Text

BOARD_MEMBERS = "board_members"  # a sheet of its own: each row is a seat and who holds it

# Sheets by table, in the order in which somebody fills them in: things first, then their ties.
SHEETS: tuple[tuple[str, Text], ...] = (
    ("organisations", Text("Organisaties", "Organisations")),
    ("projects", Text("Projecten", "Projects")),
    ("partner_in", Text("Partners", "Partners")),
    ("people", Text("Personen", "People")),
    ("boards", Text("Organen", "Boards")),
    (BOARD_MEMBERS, Text("Bestuursleden", "Board members")),
    ("works_for", Text("Werkt voor", "Works for")),
    ("programmes", Text("Programma's", "Programmes")),
    ("part_of", Text("Deel van programma", "Part of programme")),
    ("municipalities", Text("Gemeenten", "Municipalities")),
    ("campuses", Text("Campussen", "Campuses")),
    ("tenant_of", Text("Gevestigd op campus", "Tenants of campuses")),
    ("groups", Text("Groepen", "Groups")),
    ("member_of", Text("Leden", "Members")),
    ("funds", Text("Geld", "Money")),
    ("board_of", Text("Orgaan van", "Board of")),
    ("located_in", Text("Gevestigd in", "Located in")),
    ("sectors", Text("Sectoren", "Sectors")),
    ("active_in", Text("Actief in sector", "Active in sector")),
    ("places", Text("Plaatsen", "Places")),
    ("ambition_areas", Text("Ambitiegebieden", "Ambition areas")),
    ("goals", Text("Doelen", "Goals")),
    ("pursues", Text("Streeft naar", "Pursues")),
    ("indicators", Text("Kengetallen", "Indicators")),
    ("events", Text("Gebeurtenissen", "Events")),
    ("involves", Text("Betrokken bij", "Involved in")),
    ("sources", Text("Bronnen", "Sources")),
)
FIRST = Text("Uitleg", "Read me")
LISTS = Text("Keuzelijsten", "Lists")
DATASET = Text("Dataset", "Dataset")
NAME_AND_TITLE = (Text("naam", "name"), Text("titel", "title"))

# What a column is for, in Dutch, by what the model says of it in English.
IN_DUTCH: dict[str, str] = {
    "The name it is shown by.": "De naam waaronder het getoond wordt.",
    "Other names and spellings of it.": "Andere namen en schrijfwijzen.",
    "What sort of party it is.": "Wat voor partij het is.",
    "Its sphere of the triple helix.": "De kant van de triple helix.",
    "Whether it is a small or medium-sized enterprise; empty is unknown.":
        "Of het een midden- of kleinbedrijf is; leeg is onbekend.",
    "What it is, why it is there and where it stands, in Dutch and in Markdown.":
        "Wat het is, waarom het er is en hoe het ervoor staat; Markdown mag.",
    "What it is, why it is there and where it stands, in English and in Markdown.":
        "Hetzelfde in het Engels.",
    "In Dutch.": "In het Nederlands.",
    "In English.": "In het Engels.",
    "Its own page on the web.": "De eigen pagina op internet.",
    "Dutch trade register number.": "Nummer in het handelsregister.",
    "Research Organization Registry id.": "Nummer in het Research Organization Registry.",
    "EU participant identification code.": "Deelnemersnummer van de Europese Unie.",
    "VAT registration number.": "Btw-identificatienummer.",
    "Visiting address.": "Bezoekadres.",
    "ISO 3166 code of the country.": "Landcode van twee letters, zoals NL of DE.",
    "First day, month or year; empty is unknown.": "Eerste dag, maand of jaar; leeg is onbekend.",
    "Last day, month or year; empty is open.": "Laatste dag, maand of jaar; leeg is nog gaande.",
    "Code of the statistics office.": "Code van het CBS, zoals GM0935.",
    "Degrees north.": "Graden noorderbreedte.",
    "Degrees east.": "Graden oosterlengte.",
    "Number under which its funder knows it.": "Nummer waaronder de geldgever het kent.",
    "Whole budget.": "Het hele budget.",
    "ISO 4217 code of the budget.": "Munt van het budget, zoals EUR.",
    "What sort of programme.": "Wat voor programma.",
    "Its number in the source's list.": "Het nummer in de lijst van de bron.",
    "The problem it answers.": "Het knelpunt dat het aanpakt.",
    "The problem it answers, in English.": "Het knelpunt dat het aanpakt, in het Engels.",
    "Where it stands, in Dutch.": "Hoe het ervoor staat.",
    "Where it stands, in English.": "Hoe het ervoor staat, in het Engels.",
    "What sort of body.": "Wat voor orgaan.",
    "Role on the board, as the source words it.": "Rol in het orgaan, zoals voorzitter.",
    "Function at home.": "Functie in de eigen organisatie, zoals directeur.",
    "The figure, or the lower of two.": "Het getal, of het laagste van twee.",
    "The higher figure of a range.": "Het hoogste getal, als er van … tot staat.",
    "What is counted, such as EUR or jobs.": "Wat er geteld wordt, zoals EUR of banen.",
    "Per what the figure counts, such as year.": "Waar het getal per is, zoals jaar.",
    "Such as “more than”.": "Zoals ruim of circa.",
    "The year or day it holds for.": "Het jaar of de dag waarvoor het geldt.",
    "Region or group it speaks of.": "De streek of groep waarover het gaat.",
    "Observed or aimed at.": "Gemeten, geraamd of een doel.",
    "What sort.": "Wat voor gebeurtenis.",
    "Who published it.": "Wie het uitgaf.",
    "When it was published.": "Wanneer het uitkwam.",
    "Where it can be found.": "Waar het te vinden is.",
    "How it may be used.": "Hoe het gebruikt mag worden.",
    "What the party is to it.": "Wat de partij ervan is.",
    "In euro.": "In euro.",
    "Sum of money.": "Het bedrag.",
    "ISO 4217 code.": "Munt, zoals EUR.",
    "Per what: inhabitant and year, say.": "Waar het per is, zoals inwoner per jaar.",
    "Year or years it is for.": "Het jaar of de jaren waarvoor het is.",
    "Granted or asked for.": "Toegekend of aangevraagd.",
    "What the money is for.": "Waar het geld voor is.",
    "Function, as worded.": "Functie, zoals de bron die noemt.",
    "Role, as worded.": "Rol, zoals de bron die noemt.",
    "Id of the source that says so.":
        "De bron die dit zegt, van het blad Bronnen. Staat daar er een, dan mag dit leeg blijven.",
    "Where in the source: heading and line.": "Waar het in de bron staat: kop, bladzijde of regel.",
    "A word to the reader about this row.": "Een toelichting bij deze rij.",
    "On whose behalf the seat is held; several with | between them.":
        "Namens wie de zetel bezet is; meer dan een met | ertussen.",
}  # fmt: skip
REFERENCE = Text("Een naam van het blad {sheets}.", "A name from the sheet {sheets}.")
OR = Text(" of ", " or ")
NEEDED = Text("Nodig.", "Needed.")
NOT_LISTED = Text(
    "Deze naam staat op geen van de bladen. Zet die er eerst bij, of kies een andere.",
    "This name is on none of the sheets. Add it there first, or choose another.",
)
NOT_A_WORD = Text("Kies een woord uit de lijst.", "Choose a word from the list.")
UNLISTED_TITLE = Text("Staat niet in de lijst", "Not in the list")

# The first sheet, a row a line: a heading where it begins with "# ", an example's cells with tabs.
EXPLAINED: tuple[Text, ...] = (
    Text("# Een netwerk invullen", "# Fill in a network"),
    Text(
        "Elk blad is een lijst: van organisaties, van projecten, van wie ergens partner in is. Vul "
        "alleen in wat er bekend is; bladen en kolommen die leeg blijven doen niets.",
        "Every sheet is a list: of organisations, of projects, of who is a partner in what. Fill "
        "in what is known and no more; sheets and columns that stay empty do nothing.",
    ),
    Text("# In deze volgorde gaat het vanzelf", "# In this order it goes by itself"),
    Text(
        "1. Zet op het blad Bronnen waar de gegevens vandaan komen. Er staat al één bron; geef die "
        "een eigen naam en datum. Komt er een bron bij, kies er dan bij elke rij een in de kolom "
        "bron.",
        "1. Say on the sheet Sources where the data come from. One source is there already; give "
        "it a name and date of its own. With more sources, choose one for each row in the column "
        "source.",
    ),
    Text(
        "2. Zet organisaties, projecten en personen op hun blad, elk een rij, met de naam zoals "
        "iedereen die kent. Een nummer of code verzinnen hoeft niet: die maakt ledwerk van de "
        "naam.",
        "2. Put organisations, projects and people on their sheets, a row each, by the name that "
        "everybody knows. There is no number or code to think of: ledwerk makes one of the name.",
    ),
    Text(
        "3. Zeg op de groene bladen wie met wat te maken heeft. Kies de namen uit de lijsten: wat "
        "op de andere bladen staat, staat erin.",
        "3. Say on the green sheets who has to do with what. Choose the names from the lists: "
        "what is on the other sheets is in them.",
    ),
    Text(
        "4. Bewaar het werkboek en zet het in het netwerk: ledwerk load, met de naam van dit "
        "bestand, of op de pagina Inlezen. Wat niet klopt, wordt gezegd met blad, rij en kolom, en "
        "dan is er niets veranderd.",
        "4. Save the workbook and put it into the network: ledwerk load with this file's name, or "
        "on the page Import. What is wrong is told with its sheet, row and column, and nothing has "
        "changed then.",
    ),
    Text("# Goed om te weten", "# Good to know"),
    Text(
        "Wijs een kolomkop aan voor de uitleg. Waar daar Nodig staat, moet er iets "
        "ingevuld zijn; de rest mag leeg blijven.",
        "Point at the head of a column for what it means. Where that says Needed it has to be "
        "filled; the rest may stay empty.",
    ),
    Text(
        "Datums schrijf je als 2016, 2016-10 of 2016-10-03. Meer dan een waarde in een cel: met | "
        "ertussen.",
        "Write dates as 2016, 2016-10 or 2016-10-03. Several values in a cell: with | between "
        "them.",
    ),
    Text(
        "Heten twee verschillende dingen hetzelfde, zet dan iets achter de naam dat ze "
        "onderscheidt: Jansen (Heerlen) en Jansen (Venlo).",
        "Where two different things have the same name, put something behind it that tells them "
        "apart: Jansen (Heerlen) and Jansen (Venlo).",
    ),
    Text(
        "Wie het werkboek later opnieuw inleest, vervangt wat het eerder zei. Gebruik je een kopie "
        "voor iets anders, geef die dan op het blad Dataset een andere naam.",
        "Loading the workbook again replaces what it said before. A copy for something else needs "
        "another name on the sheet Dataset.",
    ),
    Text("# Voorbeeld", "# Example"),
    Text("Blad Organisaties", "Sheet Organisations"),
    Text("naam\tsoort\thelix\tmkb", "name\tkind\thelix\tSME"),
    Text(
        "Hogeschool Zuid\thogeschool\tkennis en onderwijs\tnee",
        "Southern College\tuniversity of applied sciences\tknowledge\tno",
    ),
    Text("Bakkerij Vermeer\tbedrijf\tbedrijfsleven\tja", "Vermeer Bakery\tcompany\tindustry\tyes"),
    Text("Blad Partners", "Sheet Partners"),
    Text("partij\tproject of programma\trol", "party\tactivity\trole"),
    Text("Hogeschool Zuid\tBrood van Morgen\ttrekker", "Southern College\tTomorrow's Bread\tlead"),
    Text(
        "Bakkerij Vermeer\tBrood van Morgen\tpartner", "Vermeer Bakery\tTomorrow's Bread\tpartner"
    ),
)
OWN_SOURCE = Text("Ingevuld in {file}", "Filled in in {file}")
