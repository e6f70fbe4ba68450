"""People and boards told apart from parties and projects that other readers took them for.

"The Skills Committee is made up of Adam Reeve and …" names a board and people: whoever read members
of an organisation there read too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ledwerk.loaders.publication.findings import IN_A_LIST, Finding, FoundNode, FoundTie, Ref
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name
from ledwerk.schema.names import fold

_BEHIND = (" of ", " van ", " from ", " bij ", " at ")


def told_apart(found: Iterable[Finding]) -> list[Finding]:
    """The findings without parties and projects that are a person or a board."""
    findings = _without_nobody(list(found))
    nodes = [one for one in findings if isinstance(one, FoundNode)]
    people = {fold(one.ref.name) for one in nodes if one.ref.kind == "Person"}
    boards = {fold(n) for one in nodes if one.ref.kind == "Board" for n in (one.ref.name,)}
    seats = {
        one.locator
        for one in findings
        if isinstance(one, FoundTie) and one.kind == "HOLDS" and one.confidence >= IN_A_LIST
    }
    kept = [
        one
        for one in findings
        if not any(_other(ref, people, boards) for ref in _refs(one))
        and not (isinstance(one, FoundTie) and one.kind == "PARTNER_IN" and one.locator in seats)
    ]
    return [one for one in kept if not _nowhere(one, findings, kept)]


def _without_nobody(findings: list[Finding]) -> list[Finding]:
    """The findings without people who are none: in "de stuurgroep Zilt en Zoet" a programme's name.

    What has no given name and is called a project or programme elsewhere is that.
    """
    nodes = [one for one in findings if isinstance(one, FoundNode)]
    activities = {fold(one.ref.name) for one in nodes if one.ref.kind in ACTIVITIES}
    nobody = {
        one.ref
        for one in nodes
        if one.ref.kind == "Person"
        and fold(one.ref.name) in activities
        and not has_given_name(one.ref.name)
    }
    ties = (one for one in findings if isinstance(one, FoundTie))
    nobody |= {tie.target for tie in ties if tie.kind == "HOLDS" and tie.source in nobody}
    return [one for one in findings if not nobody.intersection(_refs(one))]


def _nowhere(one: Finding, findings: list[Finding], kept: list[Finding]) -> bool:
    """Whether it is a place in which nothing is any more."""
    if not isinstance(one, FoundNode) or one.ref.kind != "Place":
        return False
    tied = [tie for tie in findings if isinstance(tie, FoundTie) and one.ref in _refs(tie)]
    return bool(tied) and not any(tie in kept for tie in tied)


def _refs(one: Finding) -> tuple[Ref, ...]:
    return (one.source, one.target) if isinstance(one, FoundTie) else (one.ref,)


# "the Programme Board and …": what stands behind "programme" is no name.
_BODY = re.compile(r"(?:Board|Office|Committee|Team|Manager|Director|Bureau|Raad)\b(?! [Gg]ame)")


def _other(ref: Ref, people: set[str], boards: set[str]) -> bool:
    """Whether a party or project has the name of a person, alone or "of" a party, or of a board."""
    if ref.kind not in PARTIES | ACTIVITIES:
        return False
    name = fold(ref.name)
    if ref.kind in ACTIVITIES and _BODY.match(ref.name):
        return True
    first = min((name.split(word)[0] for word in _BEHIND), key=len)
    titled = fold(bare_name(ref.name) or "")
    return name in boards or name in people or first in people or titled in people
