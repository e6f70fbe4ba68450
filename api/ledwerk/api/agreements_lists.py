"""Agreements as a list: for a worksheet, a calendar, and the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from ledwerk.graph.agreements import Agreement, Named
from ledwerk.schema.fields import Text
from ledwerk.viz.days import day_of
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.texts_agreements import AGREEMENT_TEXTS

_OCTETS = 73  # of a line of a calendar, which may have 75 and a mark that it goes on
_COLUMNS = (
    "state", "due", "via", "from", "to", "on", "by", "recorded", "note", "with_from", "with_to",
    "kind", "before", "gaps_before", "closed", "revision", "gaps_apart", "gaps_after", "outcome",
    "dropped", "id",
)  # fmt: skip


def agreement_rows(
    agreements: Sequence[Agreement], today: date, lang: str
) -> tuple[list[str], list[list[object]]]:
    """Header and rows of a worksheet, what is due first first."""
    words = PageWords(AGREEMENT_TEXTS, lang)
    header = [words.plain(f"x_{name}") for name in _COLUMNS]
    return header, [_row(one, today, words) for one in sorted(agreements, key=_due)]


def _row(one: Agreement, today: date, words: PageWords) -> list[object]:
    done = one.closing
    return [
        words.plain(one.state(today)),
        one.due,
        one.via.name,
        one.source.name,
        one.target.name,
        one.agreed_on,
        one.agreed_by,
        one.made_by,
        one.note,
        _names(one.evidence.with_source),
        _names(one.evidence.with_target),
        one.kind,
        one.before.distance,
        one.before.gaps,
        day_of(done.at) if done else None,
        done.after.revision if done else None,
        done.apart.gaps if done else None,
        done.after.gaps if done else None,
        "\n".join(said.text for said in one.outcomes),
        one.dropped.text if one.dropped else None,
        one.id,
    ]


def agreement_lines(agreements: Sequence[Agreement], today: date, lang: str) -> Iterator[str]:
    """One agreement a line: state, day, who introduces whom to whom."""
    words = PageWords(AGREEMENT_TEXTS, lang)
    for one in sorted(agreements, key=_due):
        state = words.plain(one.state(today))
        yield f"{one.due}  {state:<10} {_title(one, words, 'introduces')}"


def calendar(agreements: Sequence[Agreement], today: date, lang: str) -> str:
    """The days of agreements that still run, as iCalendar (RFC 5545): one whole day each."""
    words = PageWords(AGREEMENT_TEXTS, lang)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ledwerk//agreements//EN"]
    for one in sorted(agreements, key=_due):
        if one.state(today) in {"open", "overdue"}:
            lines += _event(one, words)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(one: Agreement, words: PageWords) -> list[str]:
    due = date.fromisoformat(one.due)
    made = datetime.fromisoformat(one.made_at).astimezone(UTC)
    return [
        "BEGIN:VEVENT",
        f"UID:{one.id}@ledwerk",
        f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + timedelta(1):%Y%m%d}",
        f"SUMMARY:{_escaped(_title(one, words, 'ics_title'))}",
        *([f"DESCRIPTION:{_escaped(one.note)}"] if one.note else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _title(one: Agreement, words: PageWords, name: str) -> str:
    text: Text = AGREEMENT_TEXTS[name]
    return words.tongue.say(text, via=one.via.name, source=one.source.name, target=one.target.name)


def _escaped(text: str) -> str:
    """A text as a calendar has it: signs that mean something there are marked."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> Iterator[str]:
    """A line in parts that are short enough; no letter is cut in two."""
    part, octets = "", 0
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if octets + size > _OCTETS:
            yield part
            part, octets = " ", 1
        part, octets = part + letter, octets + size
    yield part


def _due(one: Agreement) -> tuple[str, str]:
    return (one.due, one.id)


def _names(some: Sequence[Named]) -> list[str]:
    return [one.name for one in some]
