"""What the forms of a proposal offer: words of lists, what can be corrected, whom one may name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ledwerk.schema.fields import Shape, Vocabulary
from ledwerk.schema.kinds import NodeKind, Property
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import camel
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.schema.vocabularies import HELIX, PARTY_KIND
from ledwerk.viz.texts import said
from ledwerk.viz.texts_workshop import WORKSHOP_TEXTS

# What may be chosen in each field of a form.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "party": PARTIES,
    "other": PARTIES,
    "activity": ACTIVITIES,
    "partnerIn": ACTIVITIES,
    "municipality": ("Municipality", "Place"),
    "campus": ("Campus",),
    "whole": ("Group", "Organisation"),
    "node": (*PARTIES, *ACTIVITIES, "Person", "Board", "Sector"),
}
# Sorts of parties that people in a room know, the usual ones first.
_UNASKED = {"unknown", "group", "national_government"}


def forms(lang: str) -> dict[str, Any]:
    """Words and lists of the forms in a language."""
    return {
        "texts": {name: said(both, lang) for name, both in WORKSHOP_TEXTS.items()},
        "helix": _words(HELIX, lang),
        "partyKind": _words(PARTY_KIND, lang),
        "properties": {
            name: [_property(prop, lang) for prop in _correctable(MODEL.node(name))]
            for name in CHOICES["node"]
        },
    }


def _words(vocabulary: Vocabulary, lang: str) -> list[dict[str, str]]:
    return [
        {"value": term.value.upper(), "label": said(term.label, lang)}
        for term in vocabulary.terms
        if term.value not in _UNASKED
    ]


def _correctable(kind: NodeKind) -> list[Property]:
    fixed = dict(kind.fixed)
    return [prop for prop in kind.properties if prop.name not in fixed]


def _property(prop: Property, lang: str) -> dict[str, Any]:
    choices: list[dict[str, str]] = []
    if prop.type.vocabulary:
        choices = _words(prop.type.vocabulary, lang)
    elif prop.type.shape is Shape.BOOLEAN:
        choices = [{"value": word, "label": _YES_NO[lang][word]} for word in ("yes", "no")]
    return {
        "name": camel(prop.name),
        "label": said(prop.label, lang),
        "help": said(prop.type.hint, lang),
        "choices": choices,
        "long": prop.type.name in {"text", "markdown"},
    }


_YES_NO = {"nl": {"yes": "ja", "no": "nee"}, "en": {"yes": "yes", "no": "no"}}
