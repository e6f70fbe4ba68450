"""The words of a picture's legend, notes and choices, in the interface's two languages."""

from __future__ import annotations

from ledwerk.schema.fields import Text
from ledwerk.viz.texts import said

SCENE_TEXTS: dict[str, Text] = {
    # What a party can be sized by.
    "degree": Text("aantal banden", "number of ties"),
    "strength": Text("sterkte van de banden", "strength of its ties"),
    "betweenness": Text("tussenpositie", "betweenness"),
    "closeness": Text("nabijheid", "closeness"),
    "harmonic": Text("nabijheid tot iedereen (harmonisch)", "closeness to all (harmonic)"),
    "eigenvector": Text(
        "verbonden met wie goed verbonden is", "tied to the well tied (eigenvector)"
    ),
    "pagerank": Text("PageRank", "PageRank"),
    "core": Text("kern (k-core)", "core (k-core)"),
    # What parties can be put together by.
    "auto": Text("vanzelf, als het er te veel zijn", "by itself, where there are too many"),
    "none": Text("niet", "not"),
    "community": Text("gemeenschap", "community"),
    "helix": Text("helix", "helix"),
    "sector": Text("sector", "sector"),
    "municipality": Text("gemeente", "municipality"),
    "programme": Text("programma", "programme"),
}


def scene_text(name: str, lang: str, **given: object) -> str:
    """A word or sentence in a language, with what it speaks of filled in."""
    words = said(SCENE_TEXTS[name], lang)
    return words.format(**given) if given else words
