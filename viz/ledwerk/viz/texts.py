"""The words of the pages, in the interface's two languages."""

from __future__ import annotations

from ledwerk.schema.fields import Text

TEXTS: dict[str, Text] = {
    "title": Text("Wie werkt met wie?", "Who works with whom?"),
    "search": Text("Zoek een partij, project of persoon", "Search a party, project or person"),
    "legend": Text("Legenda", "Legend"),
    "close": Text("Sluiten", "Close"),
    "sources": Text("Bronnen", "Sources"),
    "conflict": Text("Bronnen spreken elkaar tegen", "Sources contradict each other"),
    "exists": Text("bestaat dit?", "does it exist?"),
    "yes": Text("ja", "yes"),
    "no": Text("nee", "no"),
    "unknown": Text("onbekend", "unknown"),
    "via": Text("via", "through"),
    "period": Text("periode", "period"),
    "description": Text("omschrijving", "description"),
    "bottleneck": Text("knelpunt", "bottleneck"),
    "all": Text("Alles als lijst", "Everything as a list"),
    "loose": Text("Zonder getekende band", "Without a drawn tie"),
    "fit": Text("Alles in beeld", "Fit to screen"),
    "questions": Text("Vragen stellen (GraphQL)", "Ask questions (GraphQL)"),
    "language": Text("English", "Nederlands"),
    "nothing": Text("Niets gevonden", "Nothing found"),
    "denied": Text("niet volgens", "not so, by"),
    "project": Text("project of programma", "project or programme"),
    "membership": Text("lid van groep", "member of group"),
    "partnership": Text("partner in", "partner in"),
    "empty": Text(
        "Er is nog niets geladen. Begin met: ledwerk load MAP",
        "Nothing has been loaded yet. Begin with: ledwerk load FOLDER",
    ),
}


def text(name: str, lang: str) -> str:
    """A word in a language, `nl` or `en`."""
    return said(TEXTS[name], lang)


def said(words: Text, lang: str) -> str:
    """The text in a language; Dutch for any other than `en`."""
    return words.en if lang == "en" else words.nl
