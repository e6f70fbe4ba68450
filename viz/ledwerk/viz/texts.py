"""The words of pictures and panels, in the interface's two languages."""

from __future__ import annotations

from ledwerk.schema.fields import Shape, Text, Value
from ledwerk.schema.kinds import Property

TEXTS: dict[str, Text] = {
    "title": Text("Wie werkt met wie?", "Who works with whom?"),
    "conflict": Text("Bronnen spreken elkaar tegen", "Sources contradict each other"),
    "exists": Text("bestaat dit?", "does it exist?"),
    "yes": Text("ja", "yes"),
    "no": Text("nee", "no"),
    "unknown": Text("onbekend", "unknown"),
    "behalf": Text("namens", "on behalf of"),
    "more": Text("… en meer", "… and more"),
    "via": Text("via", "through"),
    "period": Text("periode", "period"),
    "loose": Text("Zonder getekende band", "Without a drawn tie"),
    "denied": Text("niet volgens", "not so, by"),
    "membership": Text("lid van", "member of"),
    "partnership": Text("partner in", "partner in"),
    "part": Text("deel van programma", "part of programme"),
    "campus": Text("gevestigd op of eigenaar van", "tenant or owner of"),
    "shared": Text("samen in projecten of programma's", "together in projects or programmes"),
    "seat": Text("zetel of functie", "seat or function"),
    "gap": Text("gat: geen band", "gap: no tie"),
}


def text(name: str, lang: str) -> str:
    """A word in a language, `nl` or `en`."""
    return said(TEXTS[name], lang)


def said(words: Text, lang: str) -> str:
    """The text in a language; Dutch for any other than `en`."""
    return words.en if lang == "en" else words.nl


def worded(prop: Property, value: Value, lang: str) -> str:
    """A property's value as people write it in a language."""
    if value is None:
        return text("unknown", lang)
    if isinstance(value, bool):
        return text("yes" if value else "no", lang)
    if prop.type.vocabulary:
        return said(prop.type.vocabulary.term(str(value).lower()).label, lang)
    if isinstance(value, tuple | list):
        return ", ".join(value)
    if prop.type.shape is Shape.NUMBER and isinstance(value, int | float):
        number = f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
        return number if lang == "en" else number.translate(str.maketrans(",.", ".,"))
    return str(value)
