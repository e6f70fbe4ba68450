"""As of which moment a page shows the network, and believing whom: as it stands in an address."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from ledwerk.graph.trust import Sight, moment_of, sight_in_words
from ledwerk.schema.vocabularies import BASIS
from ledwerk.viz.days import moment_said
from ledwerk.viz.texts import said
from ledwerk.viz.texts_seen import NOTE_KNOWN, NOTE_TRUST, SEEN_TEXTS


@dataclass(frozen=True, slots=True)
class SeenAs:
    """`known` is a moment, "" for now; `trust` is whom to believe, in the words of
    `trust_of_words`, everybody if empty.
    """

    known: str = ""
    trust: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it is everything, as of now."""
        return not self.known and not self.trust

    @property
    def sight(self) -> Sight:
        """The same as values. Raises InvalidQuestion for what cannot be read."""
        return sight_in_words(self.known, self.trust)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Its part of an address: names and values."""
        known = [("known", self.known)] if self.known else []
        return [*known, *(("trust", word) for word in self.trust)]

    def only(self, kept: Collection[str]) -> SeenAs:
        """The parts of it that a page knows, `known` or `trust` or both."""
        return SeenAs(self.known if "known" in kept else "", self.trust if "trust" in kept else ())

    def address(self, path: str, pairs: Iterable[tuple[str, str]]) -> str:
        """An address of a page that is seen so too."""
        return f"{path}?{urlencode([*pairs, *self.pairs])}"

    def notes(self, lang: str) -> tuple[str, ...]:
        """What is said of it above a page; nothing for everything, as of now."""
        notes = []
        if self.known:
            moment = moment_said(moment_of(self.known).isoformat(timespec="seconds"), lang)
            notes.append(said(NOTE_KNOWN, lang).format(moment=moment))
        if self.trust:
            whom = ", ".join(_whom(word, lang) for word in self.trust)
            notes.append(said(NOTE_TRUST, lang).format(whom=whom))
        return tuple(notes)

    def line(self, lang: str, back: str) -> str:
        """The same as HTML, with the way back; `back` is the address of the page as of now."""
        if self.plain:
            return ""
        told = html.escape(" ".join(self.notes(lang)))
        now = html.escape(said(SEEN_TEXTS["seen_now"], lang))
        off = html.escape(said(SEEN_TEXTS["seen_no_editing"], lang))
        return (
            f'<p id="seen-as" class="note seen-as" role="note"><strong>{told}</strong> '
            f'<a id="seen-now" href="{html.escape(back)}">{now}</a><br>'
            f"<small>{off}</small></p>"
        )

    def hidden(self) -> str:
        """The same for a form that asks for another page."""
        return "".join(
            f'<input type="hidden" name="{name}" value="{html.escape(value)}">'
            for name, value in self.pairs
        )


NOW = SeenAs()


def _whom(word: str, lang: str) -> str:
    name, _, value = word.partition(":")
    if name == "basis":
        value = said(BASIS.term(value.lower()).label, lang)
    text = SEEN_TEXTS[f"state_trust_{name}"]
    return said(text, lang).format(value=value)
