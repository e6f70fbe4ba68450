"""Messages about proposed mappings, shapes of tables, JSON and networks, in English and in Dutch."""

from __future__ import annotations

MAP_MESSAGES: tuple[tuple[str, str], ...] = (
    # The command and its help.
    ("propose a mapping file for other people's tables, from their titles and values", "stel een mapping voor andermans tabellen voor, uit hun kopjes en waarden"),
    ("a table, workbook, JSON, GraphML or GEXF file, several that belong together, or a folder of them", "een tabel, werkboek, JSON-, GraphML- of GEXF-bestand, meer die bij elkaar horen, of een map ermee"),
    ("where to write the mapping; without it, it is printed", "waar de mapping komt; zonder dit wordt hij afgedrukt"),
    ("what to call the dataset", "hoe de dataset heet"),
    ("list the mappings that come with ledwerk and the files that each wants", "toon de meegeleverde mappings en de bestanden die elk wil"),
    (
        "what the columns of other people's tables mean; ledwerk map --list shows those that come along",
        "wat de kolommen van andermans tabellen betekenen; ledwerk map --list toont wat er is meegeleverd",
    ),
    ("name the files that a mapping is wanted for, or ask for --list", "noem de bestanden waar een mapping voor nodig is, of vraag --list"),
    ("{file}: the name of a mapping file ends in .yaml", "{file}: de naam van een mapping eindigt op .yaml"),
    ("{file}: a mapping is proposed", "{file}: er is een mapping voorgesteld"),
    (
        "{file}: a mapping is proposed; {count} choices are doubtful, see its top",
        "{file}: er is een mapping voorgesteld; {count} keuzes zijn twijfelachtig, zie bovenaan",
    ),
    ("look at it, then: ledwerk load --mapping {file} {files}", "bekijk hem, en dan: ledwerk load --mapping {file} {files}"),
    (
        "no column is called like a project, an organisation or a person; there are {titles}",
        "geen kolom heet als een project, een organisatie of een persoon; er zijn {titles}",
    ),
    # Shapes of tables.
    ("{text} is no line", "{text} is geen regel"),
    ("write the number of the line that names the columns", "schrijf het nummer van de regel die de kolommen noemt"),
    ('one sign, such as ";", or tab', 'één teken, zoals ";", of tab'),
    ("needs either columns and value, or values", "heeft óf columns en value nodig, óf values"),
    ("needs exactly one of column, columns", "heeft precies een van column en columns nodig"),
    ("a column of another table cannot stand here; join comes after this", "een kolom van een andere tabel kan hier niet staan; join komt hierna"),
    ("{text} is no regular pattern: {why}", "{text} is geen reguliere expressie: {why}"),
    ("this pattern could take for ever; repeat nothing that repeats itself", "dit patroon kan eindeloos duren; herhaal niets dat zichzelf herhaalt"),
    ("{text} fits an empty text as well; say what must be there", "{text} past ook op een lege tekst; zeg wat er moet staan"),
    ("{text} is no number to multiply by; write one such as 1000", "{text} is geen getal om mee te vermenigvuldigen; schrijf er een zoals 1000"),
    ("lacks tables; add it", "mist tables; voeg het toe"),
    ("lacks source; add it", "mist source; voeg het toe"),
    ("cannot stand beside uses; write it in a mapping of its own", "kan niet naast uses staan; schrijf het in een eigen mapping"),
    ("no mapping that comes along is called so{hint:words}", "geen meegeleverde mapping heet zo{hint}"),
    ("no table above is called {name:r}{hint:words}", "geen tabel hierboven heet {name}{hint}"),
    ("{table} reads another table itself; write {other}", "{table} leest zelf een andere tabel; schrijf {other}"),
    ("{name} is no name for it; small letters, and no table's own name", "{name} kan geen naam zijn; kleine letters, en niet de naam van een tabel"),
    ("{text} has an unknown filter {filter}; known are {words}", "{text} heeft een onbekend filter {filter}; bekend zijn {words}"),
    ("none of its tables is among {files}", "geen van zijn tabellen is bij {files}"),
    ("{file}: the columns are named in line {line}", "{file}: de kolommen staan genoemd in regel {line}"),
    (
        "has {found} values where {one} has {count}; they go together by their order",
        "heeft {found} waarden waar {one} er {count} heeft; ze horen bij elkaar door hun volgorde",
    ),
    # Rows.
    ("there is no kind {word:r}", "er is geen soort {word}"),
    ("say by words of the column what it means{hint:words}", "zeg met words van de kolom wat het betekent{hint}"),
    ("{id} cannot stand here", "{id} kan hier niet staan"),
    ("an id that begins with {kinds} can", "een id dat met {kinds} begint wel"),
    (
        "{file}: {rows:,} rows have no {column}, so that they make no {kind} (the first is {unit:words} {line})",
        "{file}: {rows} rijen hebben geen {column}, zodat er geen {kind} van komt (de eerste is {unit} {line})",
    ),
    (
        "{file}: {rows:,} rows meet the conditions of no rule and make nothing (the first is {unit:words} {line})",
        "{file}: {rows} rijen voldoen aan de voorwaarden van geen enkele regel en leveren niets op (de eerste is {unit} {line})",
    ),
    (
        "{file}: {rows:,} rows are not loaded, as {table} has no row with their {columns}",
        "{file}: {rows} rijen zijn niet geladen, omdat {table} geen rij met hun {columns} heeft",
    ),
    (
        "{file}: {cells:,} cells have letters that were lost before (\ufffd); they stay as they are ({each})",
        "{file}: {cells} cellen hebben letters die al verloren waren (\ufffd); ze blijven zoals ze zijn ({each})",
    ),
    ("{file} is there already; --force replaces it", "{file} bestaat al; --force vervangt het"),
    ("{folder}: no such folder", "{folder}: die map is er niet"),
    # Numbers and dates.
    ("such as 1 234,56", "zoals 1 234,56"),
    ("such as 1'234.56", "zoals 1'234.56"),
    ("such as 1234.56 or 1234,56, without thousands", "zoals 1234.56 of 1234,56, zonder duizendtallen"),
    ("{text:r} counts no seconds since 1970", "{text} telt geen seconden sinds 1970"),
    ("such as 1199142000", "zoals 1199142000"),
    ("{text:r} has no year in it", "in {text} staat geen jaar"),
    ("such as 2016", "zoals 2016"),
    # Files.
    ("not UTF-8, read as {name}; check its accents", "geen UTF-8, gelezen als {name}; controleer de accenten"),
    ("not readable as text; save it as JSON in UTF-8", "niet leesbaar als tekst; bewaar het als JSON in UTF-8"),
    ("no list of objects in it, which a table is made of", "er staat geen lijst van objecten in, waar een tabel van komt"),
    ("not JSON: {why} in column {column}; is the file cut off?", "geen JSON: {why} in kolom {column}; is het bestand afgekapt?"),
    ("more than {count} different keys in one list", "meer dan {count} verschillende sleutels in één lijst"),
    ("a value has more than {count:,} characters", "een waarde heeft meer dan {count} tekens"),
    ("more than {count} attributes", "meer dan {count} attributen"),
    ("not XML: {why}; is the file cut off?", "geen XML: {why}; is het bestand afgekapt?"),
    ("{file}: {count:,} ties between more than two nodes are left out", "{file}: {count} banden tussen meer dan twee knopen zijn weggelaten"),
    ("no nodes and no edges in it", "er staan geen knopen en geen verbindingen in"),
    ("declares entities, which are not read; save it without a DOCTYPE", "verklaart entiteiten, die niet gelezen worden; bewaar het zonder DOCTYPE"),
)  # fmt: skip
