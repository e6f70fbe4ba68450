"""The graph as JSON-LD, in the terms of W3C ORG, schema.org, PROV-O and SKOS.

The context stands in the file, so that nothing is fetched to read it. A node has the term that its
kind maps to. A relation is a plain triple of the term that its kind maps to and, beside it, an
`rdf:Statement` that carries what is said of the relation. Nodes and relations are derived
(`prov:wasDerivedFrom`) from what sources say; see `jsonld_provenance`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ledwerk.graph.beginnings import Changes
from ledwerk.graph.resolution import Fact
from ledwerk.graph.whole import Supported, Whole
from ledwerk.loaders.jsonld_provenance import DATES, Provenance
from ledwerk.schema.errors import CannotExport
from ledwerk.schema.fields import URL, Shape, Value
from ledwerk.schema.kinds import Model, NodeKind, Property, RelationKind
from ledwerk.schema.nodes import NAME

BASE = "urn:ledwerk:"

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "person": "http://www.w3.org/ns/person#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "schema": "https://schema.org/",
}
# Popolo has no namespace of its own: its specification says which terms its words stand for.
_POPOLO = {
    "popolo:Person": "person:Person",
    "popolo:Membership": "org:Membership",
    "popolo:memberships": "org:member",
    "popolo:organization": "org:organization",
    "popolo:on_behalf_of": "opengov:onBehalfOf",
}
# The terms of these lead from our target to our source: a project has a participant.
_TURNED = {"PARTNER_IN", "FUNDS", "FOUNDED", "HOLDS"}
# What properties are called elsewhere; those not here have a term of our own.
_TERMS = {
    "name": "schema:name",
    "aliases": "schema:alternateName",
    "website": "schema:url",
    "url": "schema:url",
    "address": "schema:address",
    "country": "schema:addressCountry",
    "vat": "schema:vatID",
    "latitude": "schema:latitude",
    "longitude": "schema:longitude",
    "start": "schema:startDate",
    "end": "schema:endDate",
    "date": "schema:datePublished",
    "publisher": "schema:publisher",
    "licence": "schema:license",
    "amount": "schema:amount",
    "currency": "schema:currency",
    "description_nl": "schema:description",
    "description_en": "schema:description",
}
_LANGUAGES = {"description_nl": "nl", "description_en": "en", "bottleneck": "nl",
              "bottleneck_en": "en", "state_nl": "nl", "state_en": "en"}  # fmt: skip
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[:/#]")
_KEPT = "-._~:@!$&'()*+,;="

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Json = dict[str, Any]


def json_ld(
    model: Model, whole: Whole, base: str = BASE, changes: Changes | None = None
) -> Iterator[str]:
    """The document, in pieces, an entry a line. Ids of ours begin with `base`; `changes` tell when
    and by whom statements were brought.

    Raises CannotExport where the base is not the beginning of an absolute IRI.
    """
    if not _ABSOLUTE.fullmatch(base):
        raise CannotExport(
            f"{base!r} is no beginning for ids; write one such as {BASE} or "
            "https://data.example.org/id/, that ends in ':', '/' or '#'"
        )
    dated = {one.key: str(one.values.get("date") or "") for one in whole.facts("Source")}
    made = _Making(model, base, changes, dated)
    yield f'{{"@context":{_encoded({**PREFIXES, "led": made.term("")})},\n"@graph":[\n'
    yield _encoded(
        {"@id": made.iri("graph"), "@type": "prov:Entity", "led:revision": whole.revision}
    )
    for node in model.nodes:
        for one in whole.supported(node.name):
            yield f",\n{_encoded(made.node(node, one))}"
    for relation in model.relations:
        for one in whole.supported(relation.name):
            triple, told = made.relation(relation, one)
            yield f",\n{_encoded(triple)},\n{_encoded(told)}"
    for entry in made.provenance.named():
        yield f",\n{_encoded(entry)}"
    yield "\n]}\n"


def term(word: str) -> str:
    """The published term, with its prefix, for what a kind maps to."""
    return _POPOLO.get(word, word)


class _Making:
    """Makes entries whose ids begin with one base."""

    def __init__(
        self, model: Model, base: str, changes: Changes | None, dated: Mapping[str, str]
    ) -> None:
        self._model = model
        self._base = base
        self.provenance = Provenance(self.iri, changes, dated, self._said)

    def _said(self, kind: str, name: str, value: Value) -> Any:
        return _value(self._model.kind(kind).property(name), value)

    def iri(self, name: str) -> str:
        """The IRI of a thing of ours."""
        return self._base + quote(name, safe=_KEPT)

    def term(self, name: str) -> str:
        """The IRI of a word of ours."""
        return f"{self.iri('term')}{'/' if self._base.endswith('/') else ':'}{name}"

    def node(self, kind: NodeKind, one: Supported) -> Json:
        """A node with its properties and what it is derived from."""
        properties = kind.properties if kind.named else (NAME, *kind.properties)
        entry: Json = {
            "@id": self.iri(one.fact.key),
            "@type": [term(kind.maps_to), f"led:{kind.name}"],
            **_properties(properties, one.fact),
        }
        if term(kind.maps_to).startswith(("org:", "skos:")):
            entry["skos:prefLabel"] = one.fact.values.get("name")
        return entry | self.provenance.of(one.statements)

    def relation(self, kind: RelationKind, one: Supported) -> tuple[Json, Json]:
        """The triple that a relation is, and what is said of it."""
        source, target = self.iri(one.fact.source_id), self.iri(one.fact.target_id)
        subject, object_ = (target, source) if kind.name in _TURNED else (source, target)
        told: Json = {
            "@id": self.iri(f"relation:{one.fact.key}"),
            "@type": ["rdf:Statement", f"led:{kind.name}"],
            "rdf:subject": {"@id": subject},
            "rdf:predicate": {"@id": _expanded(term(kind.maps_to))},
            "rdf:object": {"@id": object_},
            **_properties(kind.properties, one.fact),
            **self.provenance.of(one.statements),
        }
        return {"@id": subject, term(kind.maps_to): {"@id": object_}}, told


def _properties(properties: Sequence[Property], fact: Fact) -> Json:
    found: dict[str, list[Any]] = {}
    for prop in properties:
        value = fact.values.get(prop.name)
        if value is not None and value != ():
            word = _TERMS.get(prop.name, f"led:{prop.name}")
            found.setdefault(word, []).append(_value(prop, value))
    return {word: some[0] if len(some) == 1 else some for word, some in found.items()}


def _value(prop: Property, value: Value) -> Any:
    if prop.name in _LANGUAGES:
        return {"@value": value, "@language": _LANGUAGES[prop.name]}
    if prop.type.shape is Shape.DATE:
        return {"@value": value, "@type": DATES[len(str(value))]}
    if prop.type is URL:
        return {"@value": value, "@type": "xsd:anyURI"}
    if isinstance(value, float):
        return _number(value)
    return list(value) if isinstance(value, tuple) else value


def _number(value: float) -> Mapping[str, str]:
    # As text: a plain 5.0 would be read as a whole number.
    return {"@value": repr(value), "@type": "xsd:double"}


def _expanded(word: str) -> str:
    prefix, _, name = word.partition(":")
    return PREFIXES[prefix] + name
