"""Who says so, in the terms of PROV-O, for the export as JSON-LD.

A fact was derived (`prov:wasDerivedFrom`) from sayings, each a `prov:Entity` with its source
(`prov:hadPrimarySource`), the change of the graph that brought it (`prov:wasGeneratedBy`, a
`prov:Activity`), when (`prov:generatedAtTime`) and by whom (`prov:wasAttributedTo`, a `prov:Agent`,
who accepted what a program read among them).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ledwerk.graph.beginnings import Changes
from ledwerk.graph.decisions import confirms, newest
from ledwerk.graph.store import Revision
from ledwerk.schema.statements import Statement

Json = dict[str, Any]
DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


class Provenance:
    """Makes the entries of sayings, and of the changes and people that they name.

    `iri` makes the IRI of a thing of ours, `dated` gives the date of each source, `value` writes
    what a kind's property holds.
    """

    def __init__(
        self,
        iri: Callable[[str], str],
        changes: Changes | None,
        dated: Mapping[str, str],
        value: Callable[[str, str, Any], Any],
    ) -> None:
        self._iri, self._changes, self._dated, self._value = iri, changes, dated, value
        self._revisions: dict[int, Revision] = {}
        self._agents: dict[str, None] = {}

    def of(self, statements: Sequence[Statement]) -> Json:
        """What a fact with these statements is derived from, and when it was last confirmed."""
        entry: Json = {}
        ordered = sorted(statements, key=lambda row: row.digest)
        several = len(ordered) > 1
        for word, denied in (("prov:wasDerivedFrom", False), ("led:deniedBy", True)):
            if some := [self._saying(r, told=several) for r in ordered if r.denied is denied]:
                entry[word] = some
        asserted = [row for row in statements if not row.denied]
        if asserted and all(row.unreviewed for row in asserted):
            entry["led:unreviewed"] = True
        if day := newest([self._as_of(row) for row in asserted]):
            entry["led:confirmed"] = {"@value": day, "@type": DATES[len(day)]}
        return entry

    def named(self) -> Iterator[Json]:
        """The changes and people that sayings have named so far."""
        for number, one in sorted(self._revisions.items()):
            at = {"@value": one.at, "@type": "xsd:dateTime"}
            yield {
                "@id": self._iri(f"revision:{number}"),
                "@type": "prov:Activity",
                "prov:endedAtTime": at,
                "prov:wasAssociatedWith": self._agent(one.actor),
                "led:action": one.action,
                "led:dataset": one.dataset,
                **({"led:why": one.why} if one.why else {}),
            }
        for name in self._agents:
            yield {**self._agent(name), "@type": "prov:Agent", "schema:name": name}

    def _saying(self, row: Statement, *, told: bool) -> Json:
        """A statement; what it says is `told` where others may say something else."""
        entry: Json = {
            "@id": self._iri(f"statement:{row.digest}"),
            "@type": "prov:Entity",
            "led:dataset": row.dataset,
            "led:basis": row.basis,
        }
        if row.cited:
            entry["prov:hadPrimarySource"] = {"@id": self._iri(row.cited)}
        for word, value in (
            ("locator", row.locator), ("note", row.note), ("statedAs", row.stated_as),
        ):  # fmt: skip
            if value:
                entry[f"led:{word}"] = value
        if row.confidence is not None:
            entry["led:confidence"] = {"@value": repr(row.confidence), "@type": "xsd:double"}
        if row.unreviewed:
            entry["led:unreviewed"] = True
        if told and row.properties:
            entry["led:says"] = [
                {"led:property": name, "rdf:value": self._value(row.kind, name, value)}
                for name, value in row.properties
                if value not in (None, ())
            ]
        return entry | self._brought(row)

    def _brought(self, row: Statement) -> Json:
        """By which change, when and by whom."""
        since = self._changes.of(row) if self._changes else None
        agents = [self._agent(row.accepted_by)] if row.accepted_by else []
        entry: Json = {"led:acceptedBy": agents[0]} if agents else {}
        if since is not None:
            self._revisions[since.number] = since
            entry["prov:wasGeneratedBy"] = {"@id": self._iri(f"revision:{since.number}")}
            entry["prov:generatedAtTime"] = {"@value": since.at, "@type": "xsd:dateTime"}
            agents.append(self._agent(since.actor))
        if agents:
            entry["prov:wasAttributedTo"] = agents
        return entry

    def _agent(self, name: str) -> Json:
        self._agents[name] = None
        return {"@id": self._iri(f"agent:{name}")}

    def _as_of(self, row: Statement) -> str:
        since = self._changes.of(row) if self._changes else None
        return confirms(row, self._dated.get(row.cited, ""), since.at if since else "")
