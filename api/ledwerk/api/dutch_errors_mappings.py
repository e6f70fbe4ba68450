"""Messages about mapping files and the tables that they read, in English and in Dutch."""

from __future__ import annotations

MAPPING_MESSAGES: tuple[tuple[str, str], ...] = (
    # The file itself.
    (
        "no mapping is called so; packaged are {names}; a path ends in .yaml",
        "geen mapping heet zo; meegeleverd zijn {names}; een pad eindigt op .yaml",
    ),
    ("larger than {size} kB, which no mapping is", "groter dan {size} kB, en dat is geen mapping"),
    ("nested more than {depth} deep", "meer dan {depth} niveaus diep genest"),
    ("not YAML: {why}", "geen YAML: {why}"),
    ("empty; begin with mapping: 1", "leeg; begin met mapping: 1"),
    ("version {version} of the format is known; write mapping: 1", "versie {version} van het formaat is bekend; schrijf mapping: 1"),
    ("a {sort:words} where a text belongs", "een {sort} waar een tekst hoort"),
    ("a mapping where a list belongs; write [one, another]", "een blok met sleutels waar een lijst hoort; schrijf [een, ander]"),
    ("a {sort:words} where a mapping belongs; write key: value", "een {sort} waar een blok met sleutels hoort; schrijf sleutel: waarde"),
    ("is here twice, first in line {line}; keep one", "staat er twee keer, het eerst in regel {line}; houd er één"),
    ("is not a word that can stand here{hint:words}", "is geen woord dat hier kan staan{hint}"),
    ("lacks {word}; add it", "mist {word}; voeg het toe"),
    ("lacks kind; add it", "mist kind; voeg het toe"),
    # Tables and columns.
    ("a table's name has small letters, digits, dashes and underscores only", "de naam van een tabel heeft alleen kleine letters, cijfers, streepjes en liggende streepjes"),
    ("no table is called {name:r}{hint:words}", "geen tabel heet {name}{hint}"),
    ("no other table is called {name:r}{hint:words}", "geen andere tabel heet {name}{hint}"),
    ("no table above describes the source {name:r}{hint:words}", "geen tabel hierboven beschrijft de bron {name}{hint}"),
    ("{table} is not joined with {other}; give it a join", "{table} is niet gekoppeld aan {other}; geef het een join"),
    ("a table is not joined with itself", "een tabel wordt niet aan zichzelf gekoppeld"),
    ("only goes round in a circle: {way}", "only gaat in een kring rond: {way}"),
    ("no column is named here", "hier is geen kolom genoemd"),
    ("write table.column, the column in which it must be found", "schrijf tabel.kolom, de kolom waarin het te vinden moet zijn"),
    (
        "columns of one table can be looked up; these are of {tables}",
        "alleen kolommen van één tabel zijn op te zoeken; deze zijn van {tables}",
    ),
    ("no rules; add nodes or relations", "geen regels; voeg nodes of relations toe"),
    ("no rule uses this table; use it or leave it out", "geen regel gebruikt deze tabel; gebruik hem of laat hem weg"),
    ("no rule uses this column{hint:words}", "geen regel gebruikt deze kolom{hint}"),
    # Ids and texts.
    ("{text} has signs that no id has; write {right}", "{text} heeft tekens die geen id heeft; schrijf {right}"),
    ("empty; write what tells one from another, such as {{code}}", "leeg; schrijf wat de een van de ander onderscheidt, zoals {{code}}"),
    ("an id begins with its kind, such as {prefix}:{{column}}", "een id begint met zijn soort, zoals {prefix}:{{kolom}}"),
    ("a {prefix} cannot stand here{hint:words}", "een {prefix} kan hier niet staan{hint}"),
    ("{text} is no id; write {right}", "{text} is geen id; schrijf {right}"),
    ("{node} is described differently above; refer to it with source: {again}", "{node} is hierboven anders beschreven; verwijs ernaar met source: {again}"),
    ("{text} has a {piece} without its other half; {twice} is one", "{text} heeft een {piece} zonder zijn wederhelft; {twice} is er één"),
    ("{text} has braces without a column in them", "{text} heeft accolades zonder kolom erin"),
    ("there are no words that it could be beside; add words", "er zijn geen woorden waar het naast zou kunnen staan; voeg words toe"),
    ('no sign to split at; write one such as ";"', 'geen teken om op te splitsen; schrijf er een zoals ";"'),
    ("{word} is not known here{hint:words}", "{word} is hier niet bekend{hint}"),
    ("{text} is not among the words in {place}", "{text} staat niet bij de woorden in {place}"),
    ("add it there, or say otherwise{hint:words}", "voeg het daar toe, of schrijf otherwise{hint}"),
    # Kinds and properties.
    ("there is no kind {word} here{hint:words}", "hier is geen soort {word}{hint}"),
    ("{kind} has no property {name:r}{hint:words}", "{kind} heeft geen eigenschap {name}{hint}"),
    ("is always {value} for a {kind}; leave it out", "is altijd {value} bij {kind}; laat het weg"),
    ("{kind} needs {name}; set it", "{kind} heeft {name} nodig; geef het"),
    ("needs exactly one of {words}", "heeft precies een van {words} nodig"),
    ("is for a {kinds:words}; {name} is a {shape:words}", "is voor {kinds}; {name} is {shape}"),
    ("is for a column; say it under columns of the table", "is voor een kolom; zet het onder columns van de tabel"),
    # Files that are matched with the tables.
    ("{file}: fits no table of {mapping}; not loaded", "{file}: past bij geen tabel van {mapping}; niet geladen"),
    ("can be {names:words}; tell them apart by file: in {mapping}", "kan {names} zijn; onderscheid ze met file: in {mapping}"),
    ("no file for this table; it has the columns {columns}", "geen bestand voor deze tabel; die heeft de kolommen {columns}"),
    (
        "no file for this table; it has the columns {columns}; {file} comes nearest, but lacks {lacking}",
        "geen bestand voor deze tabel; die heeft de kolommen {columns}; {file} komt het dichtst in de buurt, maar mist {lacking}",
    ),
    ("no such column, which {mapping}:{line} uses", "deze kolom is er niet; {mapping}:{line} gebruikt hem"),
    (
        "no such column, which {mapping}:{line} uses; did you mean {names:words}?",
        "deze kolom is er niet; {mapping}:{line} gebruikt hem; bedoelde je {names}?",
    ),
    # Rows.
    ("{text} has no letter or digit to make an id of", "{text} heeft geen letter of cijfer om een id van te maken"),
    ("if it means nothing, add it to missing", "als het niets betekent, zet het dan bij missing"),
    ("{id} has signs that no id has", "{id} heeft tekens die geen id heeft"),
    ("leave out the filter same", "laat het filter same weg"),
    ("says both {one} and {other} as the {name} of {key}", "noemt zowel {one} als {other} als {name} van {key}"),
    ("two rules speak of it in this row; let them say the same", "twee regels gaan erover in deze rij; laat ze hetzelfde zeggen"),
    ("leave such rows out by when", "laat zulke rijen weg met when"),
    ("{name} is empty", "{name} is leeg"),
    ("a value is needed here", "hier is een waarde nodig"),
    ("the end, {end}, is before the start, {start}", "het einde, {end}, ligt vóór het begin, {start}"),
    ("one of them is wrong", "een van de twee is fout"),
    # What a person should know.
    (
        "{file}: {dropped:,} of {read:,} rows are not loaded, as {table} has no such {columns}",
        "{file}: {dropped} van {read} rijen zijn niet geladen, omdat {table} zo'n {columns} niet heeft",
    ),
    (
        "{count:,} nodes are described nowhere and shown by their id, such as {few}",
        "{count} knopen zijn nergens beschreven en worden met hun id getoond, zoals {few}",
    ),
    (
        "{file}: {doubles:,} rows have the {columns} of an earlier row; {table} is joined with the first",
        "{file}: {doubles} rijen hebben de {columns} van een eerdere rij; {table} is aan de eerste gekoppeld",
    ),
    (
        "{file}: {cells:,} cells were UTF-8 read as another encoding; they are repaired ({each})",
        "{file}: {cells} cellen waren UTF-8 die als een andere codering was gelezen; ze zijn hersteld ({each})",
    ),
)  # fmt: skip
