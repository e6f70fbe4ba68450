"""Messages about tables that are loaded, in English and in Dutch."""

from __future__ import annotations

TABLE_MESSAGES: tuple[tuple[str, str], ...] = (
    # Files.
    ("no such file or folder", "dit bestand of deze map bestaat niet"),
    ("no such file", "dit bestand bestaat niet"),
    ("no tables here; put .csv files in this folder", "hier staan geen tabellen; zet .csv-bestanden in deze map"),
    (
        "not a kind of file that can be loaded; give a folder or one of {endings}",
        "dit soort bestand kan niet worden geladen; geef een map of een van {endings}",
    ),
    ("not readable as text; save it as CSV in UTF-8", "niet als tekst te lezen; sla het op als CSV in UTF-8"),
    ("empty; the first row names the columns", "leeg; de eerste rij noemt de kolommen"),
    ("larger than {size} MB; split it", "groter dan {size} MB; splits het"),
    ("larger than {size} MB unpacked; split it", "uitgepakt groter dan {size} MB; splits het"),
    ("cannot be read as a workbook: {why:words}", "niet als werkmap te lezen: {why}"),
    ("cannot be read: {why:words}", "niet te lezen: {why}"),
    (
        "not valid CSV ({why}); put cells with quotes between double quotes",
        "geen geldige CSV ({why}); zet cellen met aanhalingstekens tussen dubbele aanhalingstekens",
    ),
    (
        "a cell has more than {most} characters, or a quote is never closed",
        "een cel heeft meer dan {most} tekens, of een aanhalingsteken wordt nooit gesloten",
    ),
    (
        'a quote (") opens here and is never closed; is the file cut off?',
        'hier opent een aanhalingsteken (") dat nooit wordt gesloten; is het bestand afgekapt?',
    ),
    ("{count:,} columns; at most {most} are read", "{count} kolommen; er worden er hoogstens {most} gelezen"),
    (
        "{cells} cells where the header has {header}; is a comma or quote missing?",
        "{cells} cellen waar de kop er {header} heeft; ontbreekt er een komma of aanhalingsteken?",
    ),
    ("read as UTF-16; save it as UTF-8 to be sure", "gelezen als UTF-16; sla het voor de zekerheid op als UTF-8"),
    (
        "cannot be read; it is damaged, or unpacks to more than fits. Open it in a spreadsheet and save it anew",
        "niet te lezen; het is beschadigd, of uitgepakt te groot. Open het in een rekenblad en sla het opnieuw op",
    ),
    ("holds several datasets ({names}); hand in a zip file of one", "bevat meer datasets ({names}); lever een zipbestand met één in"),
    ("no tables here; put .csv files in this zip file", "hier staan geen tabellen; zet .csv-bestanden in dit zipbestand"),
    ("not a kind of file that can be read here; give one of {endings}", "dit soort bestand is hier niet te lezen; geef een van {endings}"),
    ("which table is this? Choose one, or call the sheet by the name of a table", "welke tabel is dit? Kies er een, of geef het blad de naam van een tabel"),
    ("{name} holds what people change here by hand; choose another dataset", "{name} bevat wat mensen hier met de hand wijzigen; kies een andere dataset"),
    (
        "{gone} of the {before} rows that {dataset} had would go; nothing was written. Say that this is meant, or choose another dataset",
        "{gone} van de {before} rijen die {dataset} had, zouden verdwijnen; er is niets geschreven. Zeg dat dit de bedoeling is, of kies een andere dataset",
    ),
    (
        "{rows:,} rows; at most {most:,} are taken here. Load a larger file with: ledwerk load FILE",
        "{rows} rijen; hier worden er hoogstens {most} aangenomen. Laad een groter bestand met: ledwerk load BESTAND",
    ),
    # Datasets.
    ("not JSON: {why}", "geen JSON: {why}"),
    ('not an object; write {{ "name": "…" }}', 'geen object; schrijf {{ "name": "…" }}'),
    ("{name} is no dataset name; {right:words}", "{name} is geen naam voor een dataset; {right}"),
    ("{name} is no dataset name; small letters, digits, dots and dashes, such as led-2016", "{name} is geen naam voor een dataset; kleine letters, cijfers, punten en streepjes, zoals led-2016"),
    ("{name} is no dataset name; small letters, digits, dots and dashes", "{name} is geen naam voor een dataset; kleine letters, cijfers, punten en streepjes"),
    ("small letters, digits, dots and dashes only, such as led-2016", "alleen kleine letters, cijfers, punten en streepjes, zoals led-2016"),
    ("small letters, digits, dots and dashes, such as led-2016", "kleine letters, cijfers, punten en streepjes, zoals led-2016"),
    ("small letters, digits, dots and dashes", "kleine letters, cijfers, punten en streepjes"),
    (
        "the dataset has no name; add it to datapackage.json or give --dataset NAME",
        "de dataset heeft geen naam; zet die in datapackage.json of geef --dataset NAAM",
    ),
    # Tables and columns.
    ("no table is called {name}; did you mean {names:words}?", "geen tabel heet {name}; bedoelde je {names}?"),
    ("no such column; did you mean {names:words}?", "deze kolom is er niet; bedoelde je {names}?"),
    ("this column is there twice; keep one", "deze kolom staat er twee keer; houd er één"),
    ("no column id or name; add one of them", "er is geen kolom id of name; voeg een van de twee toe"),
    ("the column id is missing; add it", "de kolom id ontbreekt; voeg hem toe"),
    ("the column {name} is missing; add it", "de kolom {name} ontbreekt; voeg hem toe"),
    # Cells.
    ("{value:,} characters", "{value} tekens"),
    ("at most {most:,} fit", "er passen er hoogstens {most}"),
    ("{value} is neither yes nor no", "{value} is geen ja of nee"),
    ("write yes, no or leave it empty", "schrijf ja, nee of laat het leeg"),
    ("{value} is not in the list", "{value} staat niet in de lijst"),
    ("one of {values}", "een van {values}"),
    ("{value} can be read in two ways", "{value} is op twee manieren te lezen"),
    ("write {plain} or {exact}, whichever is meant", "schrijf {plain} of {exact}, al naar wat bedoeld is"),
    ("{value} is not a number", "{value} is geen getal"),
    ("write digits only, such as 8500000 or 0.5", "schrijf alleen cijfers, zoals 8500000 of 0.5"),
    ("{value} is too large a number", "{value} is een te groot getal"),
    ("too large a number", "een te groot getal"),
    ("at most 1e308 fits", "hoogstens 1e308 past"),
    ("{value} is not a whole number", "{value} is geen geheel getal"),
    ("write digits only, such as 15", "schrijf alleen cijfers, zoals 15"),
    ("{value} is not in the calendar", "{value} staat niet in de kalender"),
    ("write an existing day, month or year", "schrijf een bestaande dag, maand of jaar"),
    ("{value} is not a date in ISO order", "{value} is geen datum in ISO-volgorde"),
    ("write {right}", "schrijf {right}"),
    ("{value} is not a date", "{value} is geen datum"),
    ("write 2016, 2016-10 or 2016-10-03", "schrijf 2016, 2016-10 of 2016-10-03"),
    ("{value} is not a web address", "{value} is geen webadres"),
    ("write one such as https://example.org", "schrijf er een zoals https://example.org"),
    ("{value} is not a number as this table writes it", "{value} is geen getal zoals deze tabel het schrijft"),
    ("{value} is not a plain number", "{value} is geen gewoon getal"),
    ("digits and a dot, such as 1234.56", "cijfers en een punt, zoals 1234.56"),
    ("such as {example}", "zoals {example}"),
    ("is always {value} in this table; leave it empty", "is in deze tabel altijd {value}; laat het leeg"),
    ("empty; write an id or a name", "leeg; schrijf een id of een naam"),
    ("empty; a value is needed here", "leeg; hier is een waarde nodig"),
    ("{end} is before the start, {start}; one of the two is wrong", "{end} ligt vóór het begin, {start}; een van de twee is fout"),
    ("{value} is outside 0 to 1", "{value} ligt niet tussen 0 en 1"),
    ("neither id nor name; fill in one of them", "geen id en geen naam; vul een van de twee in"),
    ("empty; write one that begins with {prefix}:", "leeg; schrijf er een die begint met {prefix}:"),
    ("{value} does not begin with {prefix}:; write {right}", "{value} begint niet met {prefix}:; schrijf {right}"),
    # References between rows.
    (
        "empty; every fact has a source: write the id of a row in the table sources",
        "leeg; elk feit heeft een bron: schrijf het id van een rij in de tabel sources",
    ),
    ("{value} is related to itself", "{value} is met zichzelf verbonden"),
    (
        "says {now:words} where line {line} says {then:words} of the same node at the same place of the same source; keep one, or give the other its own locator or basis",
        "zegt {now} waar regel {line} {then} zegt over dezelfde knoop op dezelfde plek in dezelfde bron; houd er één, of geef de ander een eigen vindplaats of grondslag",
    ),
    (
        "says {now:words} where line {line} says {then:words} of the same relation at the same place of the same source; keep one, or give the other its own locator or basis",
        "zegt {now} waar regel {line} {then} zegt over dezelfde relatie op dezelfde plek in dezelfde bron; houd er één, of geef de ander een eigen vindplaats of grondslag",
    ),
    ("{near} has {far} here and {other} in line {line}; it can have one", "{near} heeft hier {far} en in regel {line} {other}; het kan er één hebben"),
    ("members go round in a circle: {way}", "leden gaan in een kring rond: {way}"),
    # What a load would do.
    (
        "{gone} of the {before} rows that {dataset} had would go; nothing was written. If that is meant, load again with --yes",
        "{gone} van de {before} rijen die {dataset} had, zouden verdwijnen; er is niets geschreven. Is dat de bedoeling, laad dan opnieuw met --yes",
    ),
    ("and {more:,} more problems", "en nog {more} problemen"),
    # Bare lists of ties.
    ("no column {name}; the first row has to name {columns}", "geen kolom {name}; de eerste rij moet {columns} noemen"),
    ("empty; name a node", "leeg; noem een knoop"),
    ("{value} is no strength; write a number above 0, such as 2 or 0.5", "{value} is geen sterkte; schrijf een getal boven 0, zoals 2 of 0.5"),
    ("{node} is in group {group} above; a node has one group", "{node} zit hierboven in groep {group}; een knoop heeft één groep"),
    ("{count:,} ties of a node with itself are left out", "{count} relaties van een knoop met zichzelf zijn weggelaten"),
    ("{count:,} nodes have ties but are not listed: {names}", "{count} knopen hebben relaties maar staan niet in de lijst: {names}"),
    # Spreadsheets that are written.
    (
        "{table} has more than the {most:,} rows that a worksheet takes; take csv.zip or a folder",
        "{table} heeft meer dan de {most} rijen die in een werkblad passen; neem csv.zip of een map",
    ),
    (
        "{table}, row {row}: a text of {letters:,} letters, where a worksheet's cell takes {most:,}; take csv.zip or a folder",
        "{table}, rij {row}: een tekst van {letters} letters, terwijl in een cel van een werkblad {most} passen; neem csv.zip of een map",
    ),
    ("more than the {most:,} rows that a worksheet takes; filter the list", "meer dan de {most} rijen die in een werkblad passen; filter de lijst"),
    (
        "row {row}: a text of {letters:,} letters, where a worksheet's cell takes {most:,}",
        "rij {row}: een tekst van {letters} letters, terwijl in een cel van een werkblad {most} passen",
    ),
)  # fmt: skip
