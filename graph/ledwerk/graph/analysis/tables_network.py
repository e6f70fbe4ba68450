"""What is found of a whole graph, its money and its years, as tables."""

from __future__ import annotations

from ledwerk.graph.analysis.asking import Asking
from ledwerk.graph.analysis.before_after import before_after
from ledwerk.graph.analysis.ending import ending
from ledwerk.graph.analysis.money import By, money
from ledwerk.graph.analysis.prediction import predicted_ties
from ledwerk.graph.analysis.prediction_quality import evaluate
from ledwerk.graph.analysis.result_table import Cell, ResultTable, table
from ledwerk.graph.analysis.subject import Saying, Subject, two_of
from ledwerk.graph.analysis.timeline import timeline
from ledwerk.graph.analysis.triple_helix import HELICES, SCOPES, triple_helix
from ledwerk.graph.analysis.unknown import blanks
from ledwerk.schema.errors import InvalidQuestion


def triple_helix_table(subject: Subject, asked: Asking) -> ResultTable:
    """How the helices are mixed in each scope; see `triple_helix`."""
    if asked.by and asked.by not in SCOPES:
        raise InvalidQuestion(f"the helices are told by {', '.join(SCOPES)}, not by {asked.by}")
    rows = [
        (one.label or "all", one.parties, *(one.count(helix) for helix in HELICES), one.other,
         one.mixing.ei_index, one.mixing.assortativity,
         *((one.synergy.value, one.synergy.low, one.synergy.high) if one.synergy
           else (None, None, None)))
        for one in triple_helix(two_of(subject).network, subject.lens, asked.by or "all")
    ]  # fmt: skip
    columns = ("label", "parties", *HELICES, "other", "ei_index", "assortativity", "synergy",
               "synergy_low", "synergy_high")  # fmt: skip
    return table(columns, rows)


def money_table(subject: Subject, asked: Asking) -> ResultTable:
    """What is paid, granted and asked for; see `money`."""
    network = two_of(subject).network
    say = Saying(network)
    known = {by.value: by for by in By}
    if asked.by and asked.by not in known:
        raise InvalidQuestion(f"money is told by {', '.join(known)}, not by {asked.by}")
    rows: list[tuple[Cell, ...]] = []
    for one in money(network, known[asked.by or "all"]):
        label = say(one.label) or "-"
        rows += [
            (label, one.what, total.amount, total.currency, total.per, total.sums, one.unknown)
            for total in one.totals
        ]
        if not one.totals:
            rows.append((label, one.what, None, "", "", 0, one.unknown))
    columns = ("label", "what", "amount", "currency", "per", "sums", "unknown")
    return table(columns, rows)


def timeline_table(subject: Subject, asked: Asking) -> ResultTable:
    """The network of each year; see `timeline`."""
    network = two_of(subject).network
    say = Saying(network)
    found = timeline(network, subject.lens, progress=asked.progress)
    rows = [
        (one.year, one.parties, one.ties, len(one.came), len(one.left), one.stayed,
         say.all( one.came), say.all( one.left))
        for one in found.years
    ]  # fmt: skip
    notes = [f"{found.undated} participations have no date and count in every year"]
    columns = ("year", "parties", "ties", "came", "left", "stayed", "who_came", "who_left")
    return table(columns, rows, notes if found.undated else [])


def ending_table(subject: Subject, asked: Asking) -> ResultTable:
    """Seats, projects and programmes that end soon; see `ending`."""
    network = two_of(subject).network
    say = Saying(network)
    found = ending(network, asked.since, days=asked.days)
    rows = [
        (one.id, say(one.id), one.kind.lower(), one.last, one.days, say.all( one.who),
         one.only_ties)
        for one in found.ending
    ]  # fmt: skip
    unknown = ", ".join(f"{count} {kind.lower()}s" for kind, count in found.unknown.items())
    notes = [f"from {found.since} to {found.until}; without a known end: {unknown or 'none'}"]
    return table(("node", "name", "kind", "last", "days", "who", "ties_that_end"), rows, notes)


def before_after_table(subject: Subject, asked: Asking) -> ResultTable:
    """Before, during and after the programme of the lens; see `before_after`."""
    if subject.lens.programme is None:
        raise InvalidQuestion("before and after which programme? Name it with --programme ID")
    network = two_of(subject).network
    found = before_after(network, subject.lens.programme, seed=asked.seed, progress=asked.progress)
    rows: list[tuple[Cell, ...]] = [
        (one.name, "parties", one.parties, None, None) for one in found.phases
    ]
    rows += [(one.name, "ties", one.ties, None, None) for one in found.phases]
    rows += [(one.name, "cross_share", one.cross_share, None, None) for one in found.phases]
    rows += [
        (one.phase, f"{one.measure}{'_beside' if one.beside else ''}_effect", one.estimate.value,
         one.estimate.low, one.estimate.high)
        for one in found.effects
    ]  # fmt: skip
    note = (
        f"{found.partners} partners against {found.others} others; differences in differences "
        f"with {found.level:.0%} intervals of {found.samples} draws; no proof of a cause"
    )
    return table(("phase", "measure", "value", "low", "high"), rows, [note])


def predicted_table(subject: Subject, asked: Asking) -> ResultTable:
    """Ties that may come; predictions, never facts. See `predicted_ties`."""
    two = two_of(subject)
    say = Saying(two.network)
    found = predicted_ties(two, asked.first, progress=asked.progress)
    rows = [
        (say(one.one), say(one.two), one.score, one.shared, say.all(one.through)) for one in found
    ]
    return table(("one", "two", "score", "shared", "through"), rows, ["predicted, not recorded"])


def prediction_table(subject: Subject, asked: Asking) -> ResultTable:
    """What predictions would have been worth on the graph's own later projects; see `evaluate`."""
    network = two_of(subject).network
    found = evaluate(network, subject.lens, seed=asked.seed, progress=asked.progress)
    rows = [
        (one.score.value, one.auc, one.near_auc, k, precision)
        for one in found.qualities
        for k, precision in one.precision
    ]
    note = (
        f"known before {found.cut}: {found.known} activities; later: {found.later}; "
        f"{found.came} ties came; guessing among pairs with a neighbour in common: "
        f"{'none' if found.chance is None else f'{found.chance:.4f}'}"
    )
    return table(("score", "auc", "auc_of_near_pairs", "k", "precision_at_k"), rows, [note])


def unknown_table(subject: Subject, asked: Asking) -> ResultTable:
    """What is not recorded; see `blanks`."""
    del asked
    network = two_of(subject).network
    say = Saying(network)
    found = blanks(network)
    lists = ("never_asked", "helix_unknown", "sme_unknown", "alone", "deserted", "undated",
             "endless")  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (name, len(getattr(found, name)), say.all(getattr(found, name))) for name in lists
    ]
    rows.append(("undated_participations", found.undated_participations, ""))
    note = (
        f"of {found.parties} parties, {found.activities} activities, {found.participations} "
        "participations; how many are missing altogether no data can say"
    )
    return table(("what", "count", "who"), rows, [note])
