"""Changes in words: what was added, removed and corrected, by sort."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ledwerk.graph.net_change import ADDED, CORRECTED, REMOVED, Edit, Shift
from ledwerk.schema.kinds import Model, NodeKind
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.texts import said, worded

WORDS = (ADDED, REMOVED, CORRECTED)
_TIES = ("PARTNER_IN", "MEMBER_OF", "PART_OF", "TENANT_OF", "OWNER_OF", "FUNDS")
_SEATS = (
    "Board", "Seat", "Person", "HOLDS", "ON", "FROM", "ON_BEHALF_OF", "WORKS_FOR", "BOARD_OF",
)  # fmt: skip
SORTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("parties", PARTIES),
    ("activities", ACTIVITIES),
    ("ties", _TIES),
    ("seats", _SEATS),
)
Names = Mapping[str, str]


def sort_of(kind: str) -> str:
    """The list that a kind belongs to."""
    return next((name for name, kinds in SORTS if kind in kinds), "rest")


class Telling:
    """Says what changed; `names` are those of the nodes at the ends of relations."""

    def __init__(self, model: Model, names: Names, words: PageWords) -> None:
        self._model, self._names, self._words = model, names, words

    def thing(self, one: Shift) -> str:
        """What it is about, not escaped: a node with its kind, or a relation as a sentence."""
        kind = self._model.kind(one.kind)
        label = said(kind.label, self._words.lang)
        if isinstance(kind, NodeKind):
            return f"{one.name} ({label})"
        ends = (self._names.get(end, end) for end in (one.source_id, one.target_id))
        source, target = ends
        return f"{source} {label} {target}"

    def kind(self, one: Shift) -> str:
        """What sort of thing it is, not escaped."""
        return said(self._model.kind(one.kind).label, self._words.lang)

    def edits(self, one: Shift) -> list[str]:
        """Each property that is other than it was, not escaped."""
        return [self._edit(one.kind, edit) for edit in one.edits]

    def _edit(self, kind: str, edit: Edit) -> str:
        prop = self._model.kind(kind).property(edit.property)
        lang = self._words.lang
        before, after = (worded(prop, value, lang) for value in (edit.before, edit.after))
        label = said(prop.label, lang)
        return self._words.tongue.say(
            self._words.text("edit"), label=label, before=before, after=after
        )

    def lists(self, shifts: Sequence[Shift]) -> str:
        """Every change as HTML: a heading for each sort, a list for each of the three words."""
        order = [name for name, _ in SORTS] + ["rest"]
        by_sort = sorted(shifts, key=lambda one: order.index(sort_of(one.kind)))
        made = ""
        for sort, some in groupby(by_sort, key=lambda one: sort_of(one.kind)):
            made += f"<h3>{self._words(sort)}</h3>{''.join(self._words_of(list(some)))}"
        return made

    def _words_of(self, shifts: Sequence[Shift]) -> Iterator[str]:
        for word in WORDS:
            some = [one for one in shifts if one.what == word]
            if some:
                lines = "".join(self._line(one) for one in some)
                yield (
                    f'<h4 class="{word}">{self._words(word)} ({len(some)})</h4>'
                    f'<ul class="shifts">{lines}</ul>'
                )

    def _line(self, one: Shift) -> str:
        words = self._words
        who = one.by or words.plain("nobody")
        by = words("by", who=who, at=words.moment(one.at), revision=one.revision)
        edits = "".join(f"<li>{html.escape(text)}</li>" for text in self.edits(one))
        inner = f"<ul>{edits}</ul>" if edits else ""
        return f'<li>{html.escape(self.thing(one))} <span class="soft">{by}</span>{inner}</li>'

    def rows(self, shifts: Iterable[Shift]) -> Iterator[list[object]]:
        """The same as rows of a worksheet, under the columns that `header` names."""
        for one in shifts:
            yield [
                self._words.plain(one.what), self.kind(one), self.thing(one), self.edits(one),
                one.by, one.at, one.revision, one.key,
            ]  # fmt: skip

    def header(self) -> list[str]:
        """The columns of the worksheet."""
        names = ("what", "kind", "name", "edits", "by", "at", "revision", "id")
        return [self._words.plain(f"x_{name}") for name in names]
