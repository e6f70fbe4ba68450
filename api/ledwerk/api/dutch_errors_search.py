"""Messages about searching and the pages of nodes, in English and in Dutch."""

from __future__ import annotations

SEARCH_MESSAGES: tuple[tuple[str, str], ...] = (
    (
        "look for words in names and texts, other forms and typing mistakes included, best first",
        "zoek woorden in namen en teksten, ook in een andere vorm en met een tikfout; de beste eerst",
    ),
    ("what to look for; all of them", "waarnaar gezocht wordt; naar alle woorden"),
    ("only this kind, such as Project", "alleen deze soort, zoals Project"),
    (
        "nothing found for {text:r}; try fewer words, or a part of the name",
        "niets gevonden voor {text}; probeer minder woorden, of een deel van de naam",
    ),
    (
        "after={after:r} is no place in a list; begin at its start",
        "after={after} is geen plaats in een lijst; begin bij het begin",
    ),
    (
        "kind={kind:r} is not known; it is one of {kinds}",
        "kind={kind} is niet bekend; het is een van {kinds}",
    ),
    (
        'send the text to show, as {{"text": "…"}}',
        'stuur de tekst die getoond moet worden, als {{"text": "…"}}',
    ),
    (
        "the text has {count:,} letters; at most {most:,} fit",
        "de tekst heeft {count} letters; er passen er hooguit {most}",
    ),
)  # fmt: skip
