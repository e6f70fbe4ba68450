"""Who is meant by a group that has only a number: "de vier gemeenten, dat zijn A, B, C en D"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, FoundNode, Ref, node, tie
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER, SMALL_NUMBERS
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.schema.names import fold

_TOLD = re.compile(
    rf"\b(?P<number>{SMALL_NUMBER}|\d{{1,2}}) "
    r"(?P<head>gemeenten|provincies|waterschappen|municipalities|universities|hogescholen)"
    r"(?:,? (?:dat zijn|te weten|namelijk|zijnde|namely|that is)|,? als daar zijn|:| ?\(| [–-])"
    r" ?:? ?(?P<list>[A-ZÀ-Þ'][^;.:()–]{3,240})",
    re.IGNORECASE,
)
_REST = re.compile(r",? (?:[a-zà-ÿ]{3,} ){2}.*$")  # where the sentence goes on behind the names


def read_groups(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """The members of groups that other readers found, where the text lists as many."""
    groups = {
        fold(_ARTICLE.sub("", one.ref.name)): one.ref
        for one in found
        if isinstance(one, FoundNode) and one.ref.kind == "Group"
    }
    for block in document.blocks if groups else ():
        if block.kind is BlockKind.TABLE:
            continue
        for told in _TOLD.finditer(block.text):
            group = groups.get(fold(f"{told['number']} {told['head']}"))
            members = _members(told)
            if group is None or not members:
                continue
            place = document.locator(block, told.start(), told.end())
            for ref in members:
                yield node(ref.kind, ref.name, place, IN_A_SENTENCE)
                yield tie("MEMBER_OF", ref, group, place, IN_A_SENTENCE)


_ARTICLE = re.compile(r"^(?:de|het|the|onze|our) ", re.IGNORECASE)


def _members(told: re.Match[str]) -> list[Ref]:
    """The parties of a list; none unless they are as many as it says."""
    number = SMALL_NUMBERS.get(told["number"].lower()) or int(told["number"])
    joint = " of" if told["head"].lower() in ("municipalities", "universities") else ""
    named = parties_in(f"{told['head'].lower()}{joint} {_REST.sub('', told['list'])}")
    refs = list(dict.fromkeys(one.ref for one in named if not one.generic))
    return refs if len(refs) == number else []
