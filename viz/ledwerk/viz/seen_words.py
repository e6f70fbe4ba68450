"""What is said above a view of another moment, or of what only some say."""

from __future__ import annotations

from ledwerk.graph.trust import moment_of
from ledwerk.schema.vocabularies import BASIS
from ledwerk.viz.days import moment_said
from ledwerk.viz.state import ViewState
from ledwerk.viz.texts import said
from ledwerk.viz.texts_seen import NOTE_KNOWN, NOTE_TRUST, SEEN_TEXTS


def seen_notes(state: ViewState, lang: str) -> tuple[str, ...]:
    """The sentences; none for a view of now and of everything."""
    notes = []
    if state.known:
        moment = moment_said(moment_of(state.known).isoformat(timespec="seconds"), lang)
        notes.append(said(NOTE_KNOWN, lang).format(moment=moment))
    if state.trust:
        whom = ", ".join(_whom(word, lang) for word in state.trust)
        notes.append(said(NOTE_TRUST, lang).format(whom=whom))
    return tuple(notes)


def _whom(word: str, lang: str) -> str:
    name, _, value = word.partition(":")
    if name == "basis":
        value = said(BASIS.term(value.lower()).label, lang)
    text = SEEN_TEXTS[f"state_trust_{name}"]
    return said(text, lang).format(value=value)
