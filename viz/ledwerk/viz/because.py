"""The rule for conflicts in words: why one statement is shown before another."""

from __future__ import annotations

from collections.abc import Mapping

from ledwerk.graph.weighing import Weighed
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.statements import READ, Statement
from ledwerk.schema.vocabularies import BASIS
from ledwerk.viz.texts import said, worded
from ledwerk.viz.texts_provenance import PROVENANCE_TEXTS, REASON_TEXTS


def because(one: Weighed, dated: Mapping[str, str], lang: str) -> str:
    """Why what is shown of a property is shown, in half a sentence."""
    first, other = one.first, one.beaten
    than = other or first
    return said(REASON_TEXTS[one.reason], lang).format(
        basis=ground(first, lang),
        than=ground(than, lang),
        date=dated.get(first.cited) or told("undated", lang),
        other=dated.get(than.cited) or told("undated", lang),
    )


def ground(statement: Statement, lang: str) -> str:
    """On what ground it is stated, in a word or two."""
    return basis_said(statement.basis, statement.accepted_by, lang)


def basis_said(basis: str, accepted_by: str, lang: str) -> str:
    """A basis in words; of what a program read, whether somebody has reviewed it."""
    if basis == READ and accepted_by:
        return told("read_accepted", lang)
    return said(BASIS.term(basis).label, lang)


def label(kind: NodeKind | RelationKind, name: str, lang: str) -> str:
    """What a property is called; of "" that it is about existence."""
    return said(kind.property(name).label, lang) if name else told("existence", lang)


def value_said(kind: NodeKind | RelationKind, name: str, value: Value, lang: str) -> str:
    """A value as people write it; of existence that it is there, or not."""
    if not name:
        return told("there" if value else "not_there", lang)
    if value is None or value == ():
        return told("empty", lang)
    return worded(kind.property(name), value, lang)


def told(name: str, lang: str, /, **words: object) -> str:
    """A text of provenance with words filled in."""
    return said(PROVENANCE_TEXTS[name], lang).format(**words)
