"""Who is spoken of by surname: "mevrouw De Vries" is Anna de Vries where the text has one such."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, Ref
from ledwerk.schema.names import fold


def with_whole_names(found: Iterable[Finding]) -> list[Finding]:
    """The findings with people by their whole names, where only one person can be meant."""
    findings = list(found)
    people = {f.ref.name for f in findings if isinstance(f, FoundNode) and f.ref.kind == "Person"}
    whole = {short: name for short in people if (name := _only(short, people))}
    if not whole:
        return findings
    return [_renamed(one, whole) for one in findings]


def _only(short: str, people: set[str]) -> str:
    """The one longer name that ends in a surname; empty where there is none, or several."""
    ending = f" {fold(short)}"
    fits = [name for name in people if fold(name).endswith(ending)]
    return fits[0] if len(fits) == 1 else ""


def _renamed(one: Finding, whole: dict[str, str]) -> Finding:
    if isinstance(one, FoundTie):
        return replace(one, source=_ref(one.source, whole), target=_ref(one.target, whole))
    return replace(one, ref=_ref(one.ref, whole))


def _ref(ref: Ref, whole: dict[str, str]) -> Ref:
    """A person, or the seat that is named after him, by the whole name."""
    if ref.kind == "Person":
        return Ref(ref.kind, whole.get(ref.name, ref.name))
    board, parted, holder = ref.name.rpartition(": ")
    if ref.kind == "Seat" and parted and holder in whole:
        return Ref(ref.kind, f"{board}: {whole[holder]}")
    return ref
