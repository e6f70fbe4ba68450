"""Which conditions leave few nodes, so that a question had better start from those."""

from __future__ import annotations

from ledwerk.graph import plan as p
from ledwerk.schema.kinds import Model


def leaves_few(condition: p.Condition, model: Model) -> bool:
    """Whether a condition names what it means: by id, by name, or by a text.

    A guess from the words alone: a word of a vocabulary, a truth or a date leaves many.
    """
    match condition:
        case p.All(conditions):
            return any(leaves_few(one, model) for one in conditions)
        case p.AnyOf(conditions):
            return all(leaves_few(one, model) for one in conditions)
        case p.Related(_, inner):
            return leaves_few(inner, model)
        case p.Compare(name, operator, value):
            prop = model.node_properties.get(name)
            words = prop is not None and prop.type.vocabulary is not None
            text = isinstance(value, str) or (isinstance(value, tuple) and None not in value)
            return operator in {"eq", "in", "contains", "starts"} and text and not words
        case _:
            return False


def far_end(where: p.Condition | None, model: Model) -> tuple[p.Related, p.Condition | None] | None:
    """A condition on related nodes that leaves few of them, and what else has to hold."""
    conditions = where.conditions if isinstance(where, p.All) else (where,)
    for place, one in enumerate(conditions):
        if isinstance(one, p.All):
            found = far_end(one, model)
            if found is not None:
                related, more = found
                others = tuple(c for n, c in enumerate(conditions) if n != place and c is not None)
                return related, p.All((*others, *((more,) if more is not None else ())))
        if isinstance(one, p.Related) and leaves_few(one.condition, model):
            others = tuple(c for n, c in enumerate(conditions) if n != place and c is not None)
            return one, p.All(others) if others else None
    return None
