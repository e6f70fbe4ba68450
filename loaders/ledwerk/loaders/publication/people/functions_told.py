"""Functions that a text tells elsewhere of people of whom only the party is told.

"Ria Bos (Melkunie)" on a board is its director where a quote is by "directeur Ria Bos".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ledwerk.loaders.publication.document import BlockKind, Document
from ledwerk.loaders.publication.findings import Finding, FoundTie
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.people.employer_meant import function_beside
from ledwerk.loaders.publication.people.functions import seat_role
from ledwerk.loaders.publication.people.gone import is_gone
from ledwerk.loaders.publication.people.person_names import people_in


def with_functions(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with the one function of whoever works at one party as nothing yet."""
    findings = list(found)
    homes: dict[str, set[str]] = defaultdict(set)
    named: set[str] = set()
    for one in findings:
        if isinstance(one, FoundTie) and one.kind == "WORKS_FOR":
            homes[one.source.name].add(one.target.name)
            if dict(one.properties).get("function"):
                named.add(one.source.name)
    wanted = {name for name, parties in homes.items() if len(parties) == 1} - named
    told = _told(document, wanted) if wanted else {}
    for one in findings:
        functions = told.get(one.source.name) if isinstance(one, FoundTie) else None
        if isinstance(one, FoundTie) and one.kind == "WORKS_FOR" and functions:
            given = {**dict(one.properties), "function": functions}
            yield replace(one, properties=tuple(given.items()))
        else:
            yield one


def _told(document: Document, wanted: set[str]) -> dict[str, str]:
    """The function beside each of the names, where it is one only."""
    functions: dict[str, set[str]] = defaultdict(set)
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.NOTE):
            continue
        for sentence in sentences_of(block.text):
            if not any(name in sentence.text for name in wanted):
                continue
            for person in people_in(sentence.text):
                function = function_beside(sentence.text, person) if person.name in wanted else ""
                if function and not seat_role(function) and not is_gone(sentence.text, person):
                    functions[person.name].add(function)
    return {name: next(iter(one)) for name, one in functions.items() if len(one) == 1}
