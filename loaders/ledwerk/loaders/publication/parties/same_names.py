"""Which of the names that readers found are names of one thing, and what it is called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, Ref
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES
from ledwerk.loaders.publication.parties.names_found import initials_of, is_short_for
from ledwerk.schema.names import fold, name_key

# Where readers differ in what sort of party one is, the most telling one holds.
_TELLING = ("Municipality", "Campus", "Group", "Organisation", "Programme", "Project")
# A name that is only the head of others stands for the one that has a name beside it.
_HEADS_ALONE = frozenset({"provincie", "province", "universiteit", "university", "hogeschool"})


# "Blue Skills 2018-2022" and "Blue Skills" are one programme.
_YEARS = re.compile(r"\s*[(\[,]?\s*(?:19|20)\d\d\s*[-–—/]\s*(?:(?:19|20)\d\d|\d\d)\s*[)\]]?\s*$")


def brought_together(findings: Iterable[Finding]) -> dict[Ref, tuple[Ref, tuple[str, ...]]]:
    """Each thing as it was found: the thing by its one name and kind, and all its other names."""
    uses: dict[Ref, int] = defaultdict(int)
    aliases: dict[Ref, dict[str, None]] = defaultdict(dict)
    for finding in findings:
        for ref in _refs(finding):
            uses[ref] += 1
        if isinstance(finding, FoundNode):
            aliases[finding.ref].update(dict.fromkeys(finding.aliases))
    groups = _grouped(list(uses), aliases)
    made: dict[Ref, tuple[Ref, tuple[str, ...]]] = {}
    for group in groups:
        one, others = _called(group, uses, aliases)
        made.update((ref, (one, others)) for ref in group)
    return made


def _refs(finding: Finding) -> tuple[Ref, ...]:
    if isinstance(finding, FoundTie):
        return (finding.source, finding.target)
    return (finding.ref,)


def _family(kind: str) -> str:
    if kind in PARTIES or kind == "Place":
        return "party"
    return "activity" if kind in ACTIVITIES else kind


def _grouped(refs: list[Ref], aliases: Mapping[Ref, Iterable[str]]) -> list[list[Ref]]:
    """Things that share a name, or of which one is called by the other's first letters."""
    over = {ref: ref for ref in refs}

    def root(ref: Ref) -> Ref:
        while over[ref] is not ref:
            ref = over[ref]
        return ref

    keys: dict[tuple[str, str], Ref] = {}
    for ref in refs:
        key = (_family(ref.kind), name_key(ref.name))
        over[root(ref)] = root(keys.setdefault(key, ref))
        if ref.kind in ACTIVITIES:
            key = ("activity", name_key(_YEARS.sub("", ref.name)))
            over[root(ref)] = root(keys.setdefault(key, ref))
    for ref, same in _by_other_names(refs, aliases, keys):
        over[root(ref)] = root(same)
    parties = [ref for ref in refs if ref.kind in PARTIES]
    shortened: dict[str, list[Ref]] = defaultdict(list)
    for ref in parties:
        for letters in initials_of(ref.name):
            shortened[letters].append(ref)
    for ref in refs:
        letters = fold(ref.name).replace(".", "")
        heads_alone = name_key(ref.name) in _HEADS_ALONE
        other = _longer(ref, parties if heads_alone else shortened.get(letters, ()))
        if other is not None:
            over[root(ref)] = root(other)
    groups: dict[Ref, list[Ref]] = defaultdict(list)
    for ref in refs:
        groups[root(ref)].append(ref)
    return list(groups.values())


def _by_other_names(
    refs: list[Ref], aliases: Mapping[Ref, Iterable[str]], keys: Mapping[tuple[str, str], Ref]
) -> Iterator[tuple[Ref, Ref]]:
    """Things that share another name, or of which one has it as its name."""
    others: dict[tuple[str, str], Ref] = {}
    for ref in refs:
        for name in aliases.get(ref, ()):
            key = (_family(ref.kind), name_key(name))
            named = keys.get(key)
            if named is not None:
                yield ref, named
                continue
            # "Zeemeer" is short for a municipality, and not for its port company as well
            same = others.setdefault(key, ref)
            if _only_the_place(name, ref, same):
                continue
            if "Municipality" not in {same.kind, ref.kind} or same.kind == ref.kind:
                yield ref, same


def _only_the_place(name: str, one: Ref, other: Ref) -> bool:
    """Whether a short name is what two names end in: "Oost", of a college and a water board."""
    end = f" {name_key(name)}"
    keys = {name_key(one.name), name_key(other.name)}
    return len(keys) > 1 and all(key.endswith(end) for key in keys)


def _longer(ref: Ref, refs: Iterable[Ref]) -> Ref | None:
    """The one party whose first letters a short name is, or whose head it is alone."""
    if ref.kind not in PARTIES or " " in ref.name:
        return None
    key = name_key(ref.name)
    fits = [
        other
        for other in refs
        if other.kind in PARTIES
        and other is not ref
        and (
            name_key(other.name).startswith(f"{key} ")
            if key in _HEADS_ALONE
            else is_short_for(ref.name, other.name)
        )
    ]
    return fits[0] if len({name_key(other.name) for other in fits}) == 1 else None


def _called(
    group: list[Ref], uses: Mapping[Ref, int], aliases: Mapping[Ref, Iterable[str]]
) -> tuple[Ref, tuple[str, ...]]:
    kinds = {ref.kind for ref in group}
    kind = next((one for one in _TELLING if one in kinds), group[0].kind)
    of_kind = [ref for ref in group if ref.kind == kind]
    whole = [ref for ref in of_kind if not any(is_short_for(ref.name, o.name) for o in group)]
    named = max(whole or of_kind, key=lambda ref: uses[ref])
    names: dict[str, None] = {}
    for ref in group:
        names.update(dict.fromkeys((ref.name, *aliases.get(ref, ()))))
    others = tuple(name for name in names if name != named.name)
    return Ref(kind, named.name), others
