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
)  # fmt: skip
