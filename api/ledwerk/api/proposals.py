"""A proposal as it is sent: read, checked, compared with what is there, and told in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ledwerk.api.proposals_made import ids_in
from ledwerk.loaders.edited_statements import Editor, about_node
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import camel, fold, name_key
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.viz.texts import said
from ledwerk.viz.texts_workshop import WORKSHOP_TEXTS

Json = Mapping[str, Any]
PARTY, TIE, CORRECTION, REMARK = "party", "tie", "correction", "remark"
KINDS = (PARTY, TIE, CORRECTION, REMARK)
# What each sort of proposal may say; everybody may add a remark.
WISHES: Mapping[str, tuple[str, ...]] = {
    PARTY: ("name", "helix", "partyKind", "sme", "municipality", "partnerIn", "remark", "existing"),
    TIE: (
        "party", "other", "relation", "activity", "activityName", "activityKind", "remark",
        "existing",
    ),
    CORRECTION: ("node", "property", "value", "remark"),
    REMARK: ("node", "remark"),
}  # fmt: skip
_WORDS_OF_LISTS = {"helix", "partyKind"}  # enumerations, which the store keeps in small letters
_ID = re.compile(r"[0-9A-Za-z-]{8,64}")
_LONGEST = {"remark": 1_000, "value": 4_000}
_LONGEST_LINE = 200
_ALIKE = 86  # of 100: "Zuyd" and "Zuyd Hogeschool" are 90, "Maastricht" and "Roermond" 42
_MOST_ALIKE = 3


def checked_id(given: str) -> str:
    """The id that a client made. Raises InvalidEdit for one that others may make as well."""
    if not _ID.fullmatch(given):
        message = "id is made by the page: 8 to 64 letters, digits and dashes"
        raise InvalidEdit("id", "INVALID_VALUE", message)
    return given


def wish_of(kind: str, given: Json) -> dict[str, Any]:
    """What is wished for, of what was sent; empty texts are left out."""
    wish: dict[str, Any] = {}
    for name in WISHES[kind]:
        value = given.get(name)
        if isinstance(value, str):
            value = value.strip()
            most = _LONGEST.get(name, _LONGEST_LINE)
            if len(value) > most:
                message = f"{name} has {len(value)} letters; at most {most} will do"
                raise InvalidEdit(name, "INVALID_VALUE", message)
            value = value.lower() if name in _WORDS_OF_LISTS else value
        if value not in (None, ""):
            wish[name] = value
    return wish


def names_of(editor: Editor, wish: Json) -> dict[str, str]:
    """The names of the nodes in a wish, as they are now."""
    found: dict[str, str] = {}
    for node_id in ids_in(wish):
        kind = editor.model.kind_of(node_id)
        if kind is not None:
            found[node_id] = str(about_node(editor, kind, node_id).values.get("name") or node_id)
    return found


def alike(kind: str, wish: Json, names: Iterable[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """What is there and is called nearly so, best first: it may be what is meant."""
    from rapidfuzz import fuzz, process

    if wish.get("existing"):
        return []
    name, kinds = "", tuple[str, ...]()
    if kind == PARTY:
        name, kinds = str(wish.get("name") or ""), PARTIES
    elif kind == TIE and not wish.get("activity"):
        name, kinds = str(wish.get("activityName") or ""), ACTIVITIES
    asked = name_key(name) or fold(name)
    if not asked:
        return []
    pool = sorted((text, node_id, sort) for text, node_id, sort in names if sort in kinds)
    keys = [name_key(text) for text, _, _ in pool]
    found = process.extract(asked, keys, scorer=fuzz.WRatio, limit=12, score_cutoff=_ALIKE)
    best = sorted(found, key=lambda one: (-fuzz.ratio(asked, one[0]), one[2]))
    made: dict[str, dict[str, Any]] = {}
    for key, _, place in best:
        text, node_id, sort = pool[place]
        same = key == asked
        made.setdefault(node_id, {"id": node_id, "name": text, "kind": sort, "same": same})
    return list(made.values())[:_MOST_ALIKE]


def told(kind: str, wish: Json, names: Json, lang: str, model: Model) -> str:
    """A proposal in one sentence."""

    def words(key: str, **parts: str) -> str:
        return said(WORKSHOP_TEXTS[key], lang).format(**parts)

    def name(field: str) -> str:
        return str(names.get(str(wish.get(field)), wish.get(field) or ""))

    if kind == PARTY:
        parts = [_party(wish, names, words)]
        if wish.get("municipality"):
            parts.append(words("told_in_municipality", name=name("municipality")))
        if wish.get("partnerIn"):
            parts.append(words("told_partner_in", name=name("partnerIn")))
        return ", ".join(parts)
    if kind == TIE:
        return _tie(wish, name, words)
    if kind == CORRECTION:
        return _correction(wish, name("node"), lang, model)
    about = words("told_about", name=name("node")) if wish.get("node") else ""
    return f"{about}{wish.get('remark', '')}"


def _party(wish: Json, names: Json, words: Any) -> str:
    if wish.get("existing"):
        return str(words("told_existing", name=str(names.get(wish["existing"], wish["existing"]))))
    return str(words("told_party", name=str(wish.get("name", ""))))


def _tie(wish: Json, name: Any, words: Any) -> str:
    relation = str(wish.get("relation") or "PARTNER_IN")
    if relation != "PARTNER_IN":
        return str(words(f"told_{relation}", party=name("party"), other=name("other")))
    fixed = wish.get("existing") or wish.get("activity")
    if fixed:
        activity = name("existing" if wish.get("existing") else "activity")
    else:
        activity = words("told_new", name=str(wish.get("activityName", "")))
    if wish.get("other"):
        return str(words("told_together", a=name("party"), b=name("other"), activity=activity))
    return str(words("told_takes_part", party=name("party"), activity=activity))


def _correction(wish: Json, node: str, lang: str, model: Model) -> str:
    labels = {camel(p.name): said(p.label, lang) for p in model.node_properties.values()}
    label = labels.get(str(wish.get("property")), str(wish.get("property")))
    value = str(wish.get("value") or "") or said(WORKSHOP_TEXTS["told_empty"], lang)
    return f"{node}: {label} → {value}"


def merged(kind: str, wish: Json, changes: Json | None) -> dict[str, Any]:
    """A wish with the facilitator's changes; an empty one takes away what was said."""
    if not changes:
        return dict(wish)
    whole = {**wish, **{name: changes[name] for name in WISHES[kind] if name in changes}}
    return wish_of(kind, whole)


def listed(names: Sequence[Json]) -> str:
    """Names of what is alike, for a message."""
    return ", ".join(f"“{one['name']}”" for one in names)
