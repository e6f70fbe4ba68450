"""What `ledwerk new` and the loading of workbooks say, in English and in Dutch."""

from __future__ import annotations

WORKBOOK_MESSAGES: tuple[tuple[str, str], ...] = (
    ("make an empty workbook to fill in, with names and words to choose from", "maak een leeg werkboek om in te vullen, met namen en woorden om uit te kiezen"),
    ("the workbook to make", "het werkboek dat gemaakt wordt"),
    (
        "offer what this store has to choose from as well: sqlite:FILE or neo4j://HOST:7687",
        "laat ook kiezen uit wat er in deze opslag staat: sqlite:BESTAND of neo4j://HOST:7687",
    ),
    ("{name:r} is no workbook's name; let it end in .xlsx", "{name} is geen naam voor een werkboek; laat die eindigen op .xlsx"),
    ("{address} is not there; begin with: ledwerk load FOLDER", "{address} is er niet; begin met: ledwerk load MAP"),
    ("{file}: fill it in, and then: ledwerk load {again}", "{file}: vul het in, en dan: ledwerk load {again}"),
    (
        "{name:r} would get the id {id}, which {first:r} in line {line} has; write one of the two names differently, or fill in ids",
        "{name} zou het id {id} krijgen, dat {first} in regel {line} al heeft; schrijf een van de twee namen anders, of vul id's in",
    ),
    (
        "{file}: line {line} says of {name:r} what line {first} says; if it is another of that name, write behind the name what tells it apart",
        "{file}: regel {line} zegt van {name} wat regel {first} zegt; is het een andere met die naam, zet dan achter de naam wat die onderscheidt",
    ),
    (
        "says {value} where line {line} says {before} of {name:r}; if they are two of one name, write behind a name what tells it apart, such as {such:r}",
        "zegt {value} waar regel {line} {before} zegt van {name}; zijn het er twee met één naam, zet dan achter een naam wat die onderscheidt, zoals {such}",
    ),
    (
        "says {now:words} where line {line} says {then:words} of {name:r} at the same place of the same source; keep one. If they are two of one name, write behind a name what tells it apart, such as {such:r}",
        "zegt {now} waar regel {line} {then} zegt van {name} op dezelfde plaats van dezelfde bron; houd er één. Zijn het er twee met één naam, zet dan achter een naam wat die onderscheidt, zoals {such}",
    ),
    # What is wrong with a file before it is known what is in it.
    ("not a file; give a folder or a file with a table in it", "geen bestand; geef een map, of een bestand met een tabel erin"),
    ("not a file", "geen bestand"),
    ("more than {rows:,} rows; split it", "meer dan {rows} rijen; splits het"),
    ("more than {rows:,} rows are like that; the rest was not read", "meer dan {rows} rijen zijn zo; de rest is niet gelezen"),
    ("a cell has more than {letters:,} characters", "een cel heeft meer dan {letters} tekens"),
    ("a cell has more than 1,000,000 characters", "een cel heeft meer dan 1.000.000 tekens"),
    ("{parts:,} parts; at most {most:,} are read", "{parts} delen; hoogstens {most} worden gelezen"),
    ("{part} is packed in a way that workbooks are not", "{part} is ingepakt op een manier die werkboeken niet kennen"),
    ("{part} does not unpack to what it says; is the file damaged?", "{part} wordt uitgepakt iets anders dan het zegt; is het bestand beschadigd?"),
    ("{part} cannot be unpacked; is the file damaged?", "{part} is niet uit te pakken; is het bestand beschadigd?"),
    ("{part}, line {line}, is not whole ({why}); is the file damaged?", "{part}, regel {line}, is niet heel ({why}); is het bestand beschadigd?"),
    ("{part}: cell{place} shows an error of the spreadsheet; mend its formula or empty it", "{part}: cel{place} toont een fout van het rekenblad; herstel de formule of maak de cel leeg"),
    (
        "{cells:,} cells between its first and its last; at most {most:,} are read. Remove what stands far away, or save it as CSV",
        "{cells} cellen tussen de eerste en de laatste; hoogstens {most} worden gelezen. Haal weg wat ver weg staat, of bewaar het als CSV",
    ),
    ("{letters:,} characters in all its cells; at most {most:,} are read", "{letters} tekens in alle cellen samen; hoogstens {most} worden gelezen"),
    ("{text:r} is no number of times that something is repeated", "{text} is geen aantal keren dat iets herhaald wordt"),
    (
        "more than {objects:,} objects and lists, or {values:,} values; split it",
        "meer dan {objects} objecten en lijsten, of {values} waarden; splits het",
    ),
    ("more than {rows:,} nodes and edges; split it", "meer dan {rows} knopen en lijnen; splits het"),
    ("larger than {size} MB, which none is", "groter dan {size} MB, wat er geen een is"),
    ("the file is cut off", "het bestand is afgekapt"),
    ("parts go round in a circle: {way}", "onderdelen gaan in een kring rond: {way}"),
    ("{one} is a part of {other}, directly or through others", "{one} is deel van {other}, rechtstreeks of via anderen"),
)  # fmt: skip
