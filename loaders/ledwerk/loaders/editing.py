"""What an editor wishes, as an amendment for a store: nodes, relations, and undo.

Nothing is written here but by `edit`. Each function looks at what stands and says which statements
must stand and which go, so that the wish holds whatever other datasets say, now or with a later
load. Each amendment expects that nobody has touched what it is about since it was made. Wishes that
cannot be fulfilled raise InvalidEdit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from ledwerk.graph.store import Amendment, Outcome, Store
from ledwerk.loaders.drafts import ID_REST
from ledwerk.loaders.edit_checks import (
    check_circle,
    check_ends,
    check_not_merged,
    check_room,
    check_source,
)
from ledwerk.loaders.edited_statements import (
    About,
    Editor,
    Provenance,
    Step,
    about_node,
    about_relation,
    after,
    denied,
    mentioned,
    stated,
)
from ledwerk.loaders.forgotten import WHO_WAS_ERASED
from ledwerk.loaders.wishes import Wish, check_whole, read_values
from ledwerk.schema.errors import ChangedSince, InvalidEdit
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.names import slug
from ledwerk.schema.statements import EDITS, Statement, relation_key

__all__ = [
    "Edit", "Editor", "Provenance", "add_relation", "create_node", "edit", "remove_node",
    "remove_relation", "undo", "update_node", "update_relation",
]  # fmt: skip

_TRIES = 5
_LONGEST_REST = 190  # letters of an id that is made from a name, so that a number still fits

Seen = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """An amendment, and the node id or relation key that it is about."""

    key: str
    amendment: Amendment


def edit(store: Store, make: Callable[[], Edit], *, insist: bool = False) -> tuple[Edit, Outcome]:
    """Make an edit and write it; it is made anew where somebody else was first in between.

    With `insist`, for an editor who expects a revision, it is not, and ChangedSince is raised.
    """
    for _ in range(_TRIES - 1):
        made = make()
        try:
            return made, store.amend(made.amendment)
        except ChangedSince:
            if insist:
                raise
    made = make()
    return made, store.amend(made.amendment)


def create_node(editor: Editor, kind: str, wish: Wish, node_id: str = "") -> Edit:
    """A new node. Its id is made from its name, unless one is given, which must be free.

    A given id whose node was removed is there again, with what others still say of it.
    """
    declared = editor.model.node(kind)
    values = {name: v for name, v in read_values(declared, wish).items() if v is not None}
    check_whole(declared, values)
    key = _checked_id(declared, node_id) if node_id else _free_id(editor, declared, values)
    seen = begun(editor, [key])
    one = about_node(editor, declared, key)
    if one.fact is not None:
        raise InvalidEdit("id", "TAKEN", f"{key} is there already; update it or give another id")
    check_not_merged(one)
    return finished(editor, key, seen, stated(one, values, editor.by), "create")


def update_node(editor: Editor, kind: str, node_id: str, wish: Wish) -> Edit:
    """Other values for some properties of a node; None empties one, whatever others say."""
    declared = editor.model.node(kind)
    seen = begun(editor, [node_id])
    one = about_node(editor, declared, node_id)
    if one.fact is None and not one.rows:
        raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no {node_id}; create it first")
    check_not_merged(one)
    values = _some(declared, wish, "id")
    return finished(editor, node_id, seen, _changed(editor, one, values), "update")


def remove_node(editor: Editor, kind: str, node_id: str) -> Edit:
    """A node is there no more, whatever others say; its relations are not shown meanwhile."""
    declared = editor.model.node(kind)
    seen = begun(editor, [node_id])
    one = about_node(editor, declared, node_id)
    if one.fact is None:
        raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no {node_id}")
    return finished(editor, node_id, seen, denied(one, editor.by), "remove")


def add_relation(editor: Editor, kind: str, source: str, target: str, wish: Wish) -> Edit:
    """A new relation between two nodes that are there; one that was removed may come back."""
    declared = editor.model.relation(kind)
    values = {name: v for name, v in read_values(declared, wish).items() if v is not None}
    check_whole(declared, values)
    check_ends(editor, declared, source, target)
    one, seen = _relation(editor, declared, source, target, values)
    if one.fact is not None:
        raise InvalidEdit("target", "TAKEN", f"{one.key} is there already; update it")
    check_room(editor, declared, source, target)
    check_circle(editor, declared, source, target)
    return finished(editor, one.key, seen, stated(one, values, editor.by), "add")


def update_relation(editor: Editor, kind: str, source: str, target: str, wish: Wish) -> Edit:
    """Other values for some properties of a relation; identifying ones say which is meant."""
    declared = editor.model.relation(kind)
    values = _some(declared, wish, "target", besides=declared.identity)
    one, seen = _relation(editor, declared, source, target, values)
    if one.fact is None and not one.rows:
        raise InvalidEdit("target", "NOT_STATED", f"there is no {one.key}; add it first")
    kept = {n: v for n, v in values.items() if v is not None or n not in declared.identity}
    return finished(editor, one.key, seen, _changed(editor, one, kept), "update")


def remove_relation(editor: Editor, kind: str, source: str, target: str, wish: Wish) -> Edit:
    """A relation is there no more, whatever others say; of the wish only what identifies counts."""
    declared = editor.model.relation(kind)
    values = read_values(declared, wish)
    one, seen = _relation(editor, declared, source, target, values)
    if one.fact is None:
        raise InvalidEdit("target", "NOT_STATED", f"there is no {one.key}")
    return finished(editor, one.key, seen, denied(one, editor.by), "remove")


def undo(editor: Editor, revision: int) -> Edit:
    """Everything is as it was before a revision, if its keys are as it left them.

    What was changed since, and undone, is: so several revisions are undone from the last.
    Raises InvalidEdit for a revision that changed nothing or that there is not.
    """
    events = list(editor.told.events(revision - 1, revision)) if revision > 0 else []
    if not events:
        message = f"revision {revision} changed nothing that could be undone"
        raise InvalidEdit("revision", "UNKNOWN_REVISION", message)
    check_source(editor, "")
    if any(event.statement.key == WHO_WAS_ERASED for event in events):
        message = f"revision {revision} erased a person, which cannot be taken back"
        raise InvalidEdit("revision", "UNKNOWN_REVISION", message)
    seen = _as_left(editor, revision, {event.statement.key for event in events})
    datasets = {event.statement.dataset for event in events}
    step = Step(
        tuple(event.statement for event in events if event.sign == "-"),
        tuple(event.statement for event in events if event.sign == "+"),
    )
    amendment = Amendment(
        step.add, step.drop, editor.by.actor, "undo",
        datasets.pop() if len(datasets) == 1 else EDITS,
        editor.by.why or f"undo of revision {revision}",
        seen,
    )  # fmt: skip
    return Edit(str(revision), amendment)


def _as_left(editor: Editor, revision: int, keys: set[str]) -> Seen:
    """What to expect of keys: their newest revision if they are as this one left them, or it."""
    newest = editor.told.changed(keys)
    touched = {key for key, number in newest.items() if number > revision}
    balance: Counter[Statement] = Counter()
    for event in editor.told.events(revision) if touched else ():
        if event.statement.key in touched and event.revision <= newest[event.statement.key]:
            balance[event.statement] += 1 if event.sign == "+" else -1
    other = {statement.key for statement, times in balance.items() if times}
    return tuple((key, revision if key in other else newest.get(key, 0)) for key in sorted(keys))


def begun(editor: Editor, keys: Iterable[str]) -> Seen:
    """What an editor has seen of keys: taken before anything else is looked at."""
    asked = list(dict.fromkeys(keys))
    if WHO_WAS_ERASED in asked:
        message = f"{WHO_WAS_ERASED} is where it is kept who was erased; take another id"
        raise InvalidEdit("id", "TAKEN", message)
    newest = editor.told.changed(asked)
    for key in asked:
        check_source(editor, key)
    most = editor.expected
    return tuple(
        (key, newest.get(key, 0) if most is None else min(most, newest.get(key, 0)))
        for key in asked
    )


def finished(editor: Editor, key: str, seen: Seen, step: Step, action: str) -> Edit:
    """A step as an edit by its editor."""
    by = editor.by
    made = Amendment(step.add, step.drop, by.actor, action, EDITS, by.why, seen)
    return Edit(key, made)


def _relation(
    editor: Editor, kind: RelationKind, source: str, target: str, values: Mapping[str, Value]
) -> tuple[About, Seen]:
    key = relation_key(kind, source, target, values)
    seen = begun(editor, [key])
    return about_relation(editor, kind, key, source, target), seen


def _some(
    kind: NodeKind | RelationKind, wish: Wish, field: str, besides: Iterable[str] = ()
) -> dict[str, Value]:
    """The values of a wish that changes something."""
    values = read_values(kind, wish)
    if not set(values).difference(besides):
        raise InvalidEdit(field, "NOTHING_TO_DO", "no property is given; name those to change")
    return values


def _changed(editor: Editor, one: About, values: Mapping[str, Value]) -> Step:
    """The step that changes values, if what comes out is whole."""
    step = stated(one, values, editor.by)
    fact = after(editor, one, step)
    shown = dict(fact.values) if fact else {}
    if fact and fact.derived_name and "name" in values:
        del shown["name"]  # where nobody named it before, it may go on being shown by its id
    check_whole(one.kind, shown)
    return step


def _checked_id(kind: NodeKind, node_id: str) -> str:
    prefix, _, rest = node_id.partition(":")
    if prefix != kind.prefix:
        message = f"{node_id!r} does not begin with {kind.prefix}:, as ids of a {kind.name} do"
        raise InvalidEdit("id", "WRONG_KIND", message)
    if not ID_REST.fullmatch(rest):
        right = f"{kind.prefix}:{slug(rest)[:_LONGEST_REST] or 'name'}"
        message = f"{node_id!r} has signs that no id has, or too many; write {right}"
        raise InvalidEdit("id", "INVALID_VALUE", message)
    return node_id


def _free_id(editor: Editor, kind: NodeKind, values: Mapping[str, Value]) -> str:
    """An id that nobody speaks of, made from the name, or for want of one from another text."""
    texts = [values.get("name")] if kind.named else list(values.values())
    words = slug(next((text for text in texts if isinstance(text, str)), ""))
    if not words and kind.named:
        message = "the name has no Latin letter or digit to make an id from; give an id"
        raise InvalidEdit("id", "REQUIRED", message)
    start = f"{kind.prefix}:{(words or 'new')[:_LONGEST_REST].rstrip('-')}"
    for number in count(1):
        made = start if number == 1 else f"{start}-{number}"
        if not any(editor.told.statements(key=made)) and not mentioned(editor.told, made):
            return made
    raise AssertionError("unreachable")
