"""What a tie did once it was there: measures side by side, and what else changed meanwhile."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from ledwerk.graph.agreements import ROLES, Agreement, Closing, Meanwhile
from ledwerk.viz.page_words import PageWords

_Figure = float | None
_Row = tuple[str, tuple[_Figure, ...], str]


def closing_html(one: Agreement, words: PageWords) -> str:
    """What is said of an agreement whose tie is there; nothing of another."""
    done = one.closing
    if done is None:
        return ""
    seen = words("closed_on", day=words.day(done.at), revision=done.after.revision)
    met = (
        words("met_now", names=words.names([each.name for each in done.met_in]))
        if done.met_in
        else ""
    )
    rough = "" if done.after.exact else f"<p>{words('estimated')}</p>"
    return (
        f'<p class="note good">{seen} {met}</p><h4>{words("did")}</h4>'
        f'{_table(one, done, words)}<p class="soft">{_credit(done, words)}</p>{rough}'
        f"{_meanwhile(done, words)}"
    )


def _credit(done: Closing, words: PageWords) -> str:
    """What the last column is the difference with."""
    if not done.left_out:
        return words("only_tie")
    return words("only_introduction", names=words.names([each.name for each in done.left_out]))


def _table(one: Agreement, done: Closing, words: PageWords) -> str:
    heads = (
        words("measure"),
        words("at_agreement", revision=one.before.revision),
        words("without", revision=done.apart.revision),
        words("with", revision=done.after.revision),
        words("by_tie"),
    )
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    rows = "".join(_row(row, words) for row in _rows(one, done, words))
    about = {"via": one.via.name, "source": one.source.name, "target": one.target.name}
    label = f"{words('did')}: {words('introduces', **about)}"
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{label}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _rows(one: Agreement, done: Closing, words: PageWords) -> Iterator[_Row]:
    stands = (one.before, done.apart, done.after)
    side, _, other = one.kind.partition("~")
    sides = {"one": words.kind(side), "other": words.kind(other)}
    yield words("m_distance"), tuple(each.distance for each in stands), "no_way"
    yield words("m_gaps", **sides), tuple(each.gaps for each in stands), ""
    for place, role in enumerate(ROLES):
        name = getattr(one, role).name
        yield words("m_ties", name=name), tuple(each.ties[place] for each in stands), "no_party"
    # What is estimated differs by chance too, so that a difference of it would tell nothing.
    for place, role in enumerate(ROLES if done.after.exact else ()):
        name = getattr(one, role).name
        values = tuple(each.betweenness[place] for each in stands)
        yield words("m_between", name=name), values, "no_party"
    yield words("m_all"), tuple(each.all_ties for each in stands), ""


def _row(row: _Row, words: PageWords) -> str:
    label, values, missing = row
    cells = "".join(
        f"<td>{_figure(value, words) if value is not None else words(missing)}</td>"
        for value in values
    )
    _, apart, after = values
    change = "–" if apart is None or after is None else _signed(after - apart, words)
    return f'<tr><th scope="row">{label}</th>{cells}<td><strong>{change}</strong></td></tr>'


def _figure(value: float, words: PageWords) -> str:
    plain = int(value) if float(value).is_integer() else value
    return html.escape(words.tongue.number(plain, 1))


def _signed(change: float, words: PageWords) -> str:
    if abs(change) < 0.05:
        return "0"
    return ("+" if change > 0 else "") + _figure(round(change, 1), words)


def _meanwhile(done: Closing, words: PageWords) -> str:
    brought = [each for each in done.meanwhile if each.brought]
    others = [each for each in done.meanwhile if not each.brought]
    made = ""
    if brought:
        made += f"<h4>{words('brought_by')}</h4>{_changes(brought, words)}"
    if others or done.more:
        more = f"<p>{words('more_changes', n=done.more)}</p>" if done.more else ""
        made += f"<h4>{words('meanwhile')}</h4>{_changes(others, words)}{more}"
    else:
        made += f"<p>{words('nothing_else')}</p>"
    return made


def _what(each: Meanwhile, words: PageWords) -> str:
    """What a change did and to whom, not escaped."""
    done = words.done(each.action, each.dataset, each.why)
    about = words.names([*each.about, *(["…"] if each.others else [])])
    return f"{done} ({about})" if about else done


def _changes(changes: Sequence[Meanwhile], words: PageWords) -> str:
    nobody = words.plain("nobody")
    lines = "".join(
        "<li>"
        + words(
            "change",
            revision=each.revision,
            day=words.day(each.at),
            who=each.actor or nobody,
            what=_what(each, words),
        )
        + "</li>"
        for each in changes
    )
    return f"<ul>{lines}</ul>"
