"""A proposal as one amendment of the graph: whole or not at all, and undone by one step.

What a proposal needs several edits for, such as a new project and its partners, is drafted one
edit upon another and written together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ledwerk.graph.store import Amendment, Event
from ledwerk.loaders import editing
from ledwerk.loaders.edited_statements import Editor, Told, about_node, about_relation
from ledwerk.loaders.wishes import read_values
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.names import camel
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.schema.statements import EDITS, Statement, relation_key

Json = Mapping[str, Any]
RELATIONS = ("PARTNER_IN", "TENANT_OF", "OWNER_OF", "MEMBER_OF")
# Sorts of parties that are kinds of nodes; every other is an organisation.
_KIND_OF_PARTY = {"campus": "Campus", "municipality": "Municipality", "group": "Group"}


@dataclass
class _Drafted:
    """What is told once the steps so far have been made."""

    told: Told
    add: list[Statement] = field(default_factory=list)
    drop: set[Statement] = field(default_factory=set)

    def statements(
        self, dataset: str | None = None, key: str | None = None, *, end: str | None = None
    ) -> Iterator[Statement]:
        """See `Store`."""
        for row in self.told.statements(dataset, key, end=end):
            if row not in self.drop:
                yield row
        for row in self.add:
            right = dataset in (None, row.dataset) and key in (None, row.key)
            if right and (end is None or end in (row.source_id, row.target_id)):
                yield row

    def changed(self, keys: Iterable[str]) -> dict[str, int]:
        """See `Store`."""
        return self.told.changed(keys)

    def events(self, since: int = 0, until: int | None = None) -> Iterator[Event]:
        """See `Store`."""
        return self.told.events(since, until)


class Draft:
    """Edits upon one another, by one editor."""

    def __init__(self, editor: Editor) -> None:
        self._drafted = _Drafted(editor.told)
        self._seen: dict[str, int] = {}
        self.editor = replace(editor, told=self._drafted)

    def make(self, edit: Callable[..., editing.Edit], *given: Any) -> str:
        """Draft an edit; returns what it is about. Raises InvalidEdit."""
        made = edit(self.editor, *given)
        for row in made.amendment.drop:
            if row in self._drafted.add:
                self._drafted.add.remove(row)
            else:
                self._drafted.drop.add(row)
        self._drafted.add += made.amendment.add
        for key, revision in made.amendment.expected:
            self._seen.setdefault(key, revision)
        return made.key

    @property
    def amendment(self) -> Amendment | None:
        """All of it as one; None where nothing would change."""
        add, drop = tuple(self._drafted.add), tuple(self._drafted.drop)
        if not add and not drop:
            return None
        by = self.editor.by
        return Amendment(add, drop, by.actor, "propose", EDITS, by.why, tuple(self._seen.items()))

    def fact(self, node_id: str, field_: str, kinds: Iterable[str] = ()) -> NodeKind:
        """The kind of a node that is there, among some. Raises InvalidEdit, of the form's field."""
        declared = self.editor.model.kind_of(node_id)
        wanted = tuple(kinds)
        if declared is None or (wanted and declared.name not in wanted):
            message = (
                f"{node_id!r} is no {' or '.join(wanted) or 'id of ours'}; choose from the list"
            )
            raise InvalidEdit(field_, "WRONG_KIND", message)
        if about_node(self.editor, declared, node_id).fact is None:
            raise InvalidEdit(
                field_, "UNKNOWN_NODE", f"there is no {node_id}; choose from the list"
            )
        return declared

    def relate(self, kind: str, source: str, target: str) -> bool:
        """Add a relation, unless it is there. Returns whether it was added."""
        declared: RelationKind = self.editor.model.relation(kind)
        key = relation_key(declared, source, target, {})
        if about_relation(self.editor, declared, key, source, target).fact is not None:
            return False
        self.make(editing.add_relation, kind, source, target, {})
        return True


def drafted(editor: Editor, kind: str, wish: Json) -> Draft:
    """What a proposal would do. Raises InvalidEdit, which names the field of the form."""
    draft = Draft(editor)
    _MAKERS[kind](draft, wish)
    return draft


def ids_in(wish: Json) -> list[str]:
    """The nodes that a proposal speaks of."""
    names = ("party", "other", "activity", "municipality", "partnerIn", "node", "existing")
    return [str(wish[name]) for name in names if wish.get(name)]


def party_kind(wish: Json) -> str:
    """The kind of node that a new party is."""
    return _KIND_OF_PARTY.get(str(wish.get("partyKind") or ""), "Organisation")


def _party(draft: Draft, wish: Json) -> None:
    kind = party_kind(wish)
    if wish.get("existing"):
        node_id = str(wish["existing"])
        draft.fact(node_id, "existing", PARTIES)
    else:
        if not str(wish.get("name") or "").strip():
            raise InvalidEdit("name", "REQUIRED", "the party's name is missing")
        with _fields(kind="partyKind", id="name"):
            node_id = draft.make(editing.create_node, kind, _values(kind, wish))
    if wish.get("municipality"):
        draft.fact(str(wish["municipality"]), "municipality", ("Municipality", "Place"))
        with _fields(source="name", target="municipality"):
            draft.relate("LOCATED_IN", node_id, str(wish["municipality"]))
    if wish.get("partnerIn"):
        draft.fact(str(wish["partnerIn"]), "partnerIn", ACTIVITIES)
        with _fields(source="name", target="partnerIn"):
            draft.relate("PARTNER_IN", node_id, str(wish["partnerIn"]))


def _values(kind: str, wish: Json) -> dict[str, Value]:
    values: dict[str, Value] = {"name": str(wish["name"]).strip()}
    if wish.get("helix") and kind != "Municipality":
        values["helix"] = str(wish["helix"])
    if wish.get("partyKind") and kind == "Organisation":
        values["kind"] = str(wish["partyKind"])
    if wish.get("sme") is not None and kind == "Organisation":
        values["sme"] = bool(wish["sme"])
    return values


def _tie(draft: Draft, wish: Json) -> None:
    if not wish.get("party"):
        raise InvalidEdit("party", "REQUIRED", "who is it about? choose a party from the list")
    relation = str(wish.get("relation") or "PARTNER_IN")
    if relation not in RELATIONS:
        message = f"relation is one of {', '.join(RELATIONS)}"
        raise InvalidEdit("relation", "INVALID_VALUE", message)
    declared = draft.editor.model.relation(relation)
    party = str(wish["party"])
    draft.fact(party, "party", declared.source)
    if relation == "PARTNER_IN":
        _together(draft, wish, party)
        return
    if not wish.get("other"):
        raise InvalidEdit("other", "REQUIRED", "with whom? choose a party from the list")
    other = str(wish["other"])
    draft.fact(other, "other", declared.target)
    with _fields(source="party", target="other"):
        if not draft.relate(relation, party, other):
            raise InvalidEdit("other", "NOTHING_TO_DO", "this tie is there already")


def _together(draft: Draft, wish: Json, party: str) -> None:
    partners = [party]
    if wish.get("other"):
        draft.fact(str(wish["other"]), "other", PARTIES)
        if wish["other"] == party:
            raise InvalidEdit("other", "SAME_NODE", "both are the same party; choose another")
        partners.append(str(wish["other"]))
    activity = str(wish.get("existing") or wish.get("activity") or "")
    if activity:
        draft.fact(activity, "activity", ACTIVITIES)
    elif str(wish.get("activityName") or "").strip():
        kind = str(wish.get("activityKind") or "Project")
        if kind not in ACTIVITIES:
            message = f"activityKind is {' or '.join(ACTIVITIES)}"
            raise InvalidEdit("activityKind", "INVALID_VALUE", message)
        with _fields(name="activityName", id="activityName"):
            name = {"name": str(wish["activityName"]).strip()}
            activity = draft.make(editing.create_node, kind, name)
    else:
        message = "in which project or programme? choose one from the list or give a new one a name"
        raise InvalidEdit("activity", "REQUIRED", message)
    with _fields(source="party", target="activity"):
        added = [draft.relate("PARTNER_IN", one, activity) for one in partners]
    if not any(added):
        raise InvalidEdit("activity", "NOTHING_TO_DO", "this tie is there already")


def _correction(draft: Draft, wish: Json) -> None:
    if not wish.get("node"):
        raise InvalidEdit("node", "REQUIRED", "what is it about? choose it from the list")
    declared = draft.fact(str(wish["node"]), "node")
    prop = next((p for p in declared.properties if camel(p.name) == wish.get("property")), None)
    if prop is None:
        message = f"what is to be other? a {declared.label.en} has no {wish.get('property')!r}"
        raise InvalidEdit("property", "UNKNOWN_FIELD", message)
    value = wish.get("value")
    value = None if value is None or not str(value).strip() else str(value).strip()
    if value is not None and prop.type.vocabulary:
        value = value.lower()
    before = about_node(draft.editor, declared, str(wish["node"])).values.get(prop.name)
    if before == _as_kept(declared, prop.name, value):
        raise InvalidEdit("value", "NOTHING_TO_DO", "that is what it says already")
    with _fields(**{camel(prop.name): "value"}):
        draft.make(editing.update_node, declared.name, str(wish["node"]), {prop.name: value})


def _as_kept(kind: NodeKind, name: str, value: str | None) -> Value:
    with _fields(**{camel(name): "value"}):
        return read_values(kind, {name: value}).get(name)


def _remark(draft: Draft, wish: Json) -> None:
    if not str(wish.get("remark") or "").strip():
        raise InvalidEdit("remark", "REQUIRED", "the remark is empty")
    if wish.get("node"):
        draft.fact(str(wish["node"]), "node")


class _fields:  # noqa: N801 - reads as a statement
    """Names errors within after the fields of the form: `_fields(source="party")`."""

    def __init__(self, **names: str) -> None:
        self._names = names

    def __enter__(self) -> None:
        return None

    def __exit__(self, _type: object, error: object, _trace: object) -> None:
        if isinstance(error, InvalidEdit):
            error.field = self._names.get(error.field, error.field)


_MAKERS: Mapping[str, Callable[[Draft, Json], None]] = {
    "party": _party,
    "tie": _tie,
    "correction": _correction,
    "remark": _remark,
}
