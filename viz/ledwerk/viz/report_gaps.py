"""Who has no tie with whom, who could introduce them, and what hangs on one party."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.graph.analysis.introductions import Introductions
from ledwerk.schema.fields import Text
from ledwerk.viz.report_parts import Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import HELIX, NAME, Telling

_DISTANCE = Column("distance", Text("banden ver", "ties away"), Sort.COUNT)
_GAP = (
    NAME, HELIX, _DISTANCE,
    Column("nearest", Text("dichtstbij", "nearest"), Sort.NODES),
    Column("introducers", Text("wie kan voorstellen", "who could introduce"), Sort.NODES),
)  # fmt: skip
_INTRODUCER = (
    NAME, HELIX,
    Column("closes", Text("brengt samen", "brings together"), Sort.COUNT),
    Column("strength", Text("zwakste band", "weakest tie"), Sort.NUMBER),
    Column("parties", Text("wie", "whom"), Sort.NODES),
)  # fmt: skip
_CLOSED = (
    Column("introducer", Text("voorsteller", "introducer"), Sort.NODE),
    Column("party", Text("partij", "party"), Sort.NODE),
    Column("target", Text("met", "to"), Sort.NODE),
    Column("strength", Text("sterkte", "strength"), Sort.NUMBER),
    Column("met_in", Text("kent hen uit", "knows them from"), Sort.NODES),
)
_GROUPED = {
    "all": Text("wie", "who"),
    "sector": Text("sector", "sector"),
    "municipality": Text("gemeente", "municipality"),
    "programme": Text("programma", "programme"),
}
_GROUP_TITLES = {
    "all": Text("Gaten naar afstand", "Gaps by distance"),
    "sector": Text("Gaten per sector", "Gaps by sector"),
    "municipality": Text("Gaten per gemeente", "Gaps by municipality"),
    "programme": Text("Gaten per programma", "Gaps by programme"),
}
_EVERYBODY = Text("allen", "everybody")
_IN_NONE = Text("in geen daarvan", "in none of these")
_GROUP = (
    Column("parties", Text("partijen", "parties"), Sort.COUNT),
    Column("gaps", Text("met een gat", "with a gap"), Sort.COUNT),
)
_NEVER = Column("unreachable", Text("geen weg", "no way"), Sort.COUNT)
_NEW_TITLE = Text(
    "Denkbeeldig: welke ene nieuwe band het meest zou helpen",
    "Imagined: which single new tie would help most",
)
_NEW = (
    Column("party", Text("van", "of"), Sort.NODE),
    Column("target", Text("met", "with"), Sort.NODE),
    _DISTANCE,
    Column("helped", Text("helpt", "helps"), Sort.COUNT),
    Column("closes", Text("dicht het gat van", "closes the gap of"), Sort.NODES),
    Column("brings", Text("brengt dichterbij", "brings nearer"), Sort.NODES),
)
_FEWEST = Text("De minste voorstellers", "The fewest introducers")
_WHO_WHOM = Text("Wie brengt wie met wie samen", "Who brings whom to whom")
_TOLD = Text(
    "Van {of} {who} [heeft|hebben] er {n} geen band met {whom}.",
    "Of {of} {who}, {n} [has|have] no tie with {whom}.",
)
_NO_SOURCES = Text(
    "Van geen enkele partij is bekend dat zij hoort tot: {who}. Wie er een gat heeft, is dus niet "
    "te zeggen.",
    "Of no party is it known that it is one of: {who}. So nobody can say who has a gap.",
)
_NO_TARGETS = Text("Niets in dit netwerk is {whom}.", "Nothing in this network is {whom}.")
_COVER = Text(
    "Eén voorstelronde kan er {reached} met hen in aanraking brengen; daarvoor [is één "
    "voorsteller|zijn {n} voorstellers] genoeg.",
    "One round of introductions can bring {reached} of them in touch; [one introducer is|{n} "
    "introducers are] enough for this.",
)
_BOUND = Text("Met minder dan {n} kan het niet.", "Fewer than {n} cannot do it.")
_FURTHER = Text(
    "{n} [staat|staan] verder weg dan één voorstelronde.",
    "{n} [is|are] further away than one round of introductions.",
)
_UNREACHABLE = Text(
    "{n} [heeft|hebben] langs geen enkele weg verband met hen.",
    "{n} [has|have] no way to them at all.",
)
_NOT_ALL = Text(
    "Van de {n} [gat|gaten] staan de eerste {shown} in de tabel.",
    "Of the {n} [gap|gaps], the first {shown} are in the table.",
)
_PROMISE = Text(
    "Een vastgelegde band zegt niet dat iemand een ander ook wil voorstellen.",
    "A tie on record does not say that somebody is willing to introduce another.",
)


def gap_section(telling: Telling) -> Section:
    """The gaps between two sorts of parties, and the fewest introductions that close them."""
    found = telling.found
    who, whom = telling.who(), telling.whom()
    made = found.introductions
    told = []
    if not found.sources:
        told.append(telling.say(_NO_SOURCES, who=who))
    if not found.targets:
        told.append(telling.say(_NO_TARGETS, whom=whom))
    if found.sources and found.targets:
        told.append(telling.say(_TOLD, n=made.gaps, of=len(found.sources), who=who, whom=whom))
        told += _closing(telling)
    if made.gaps > len(found.gaps):
        told.append(telling.say(_NOT_ALL, n=made.gaps, shown=len(found.gaps)))
    return Section(
        "gaps", Text("Gaten, en wie kan voorstellen", "Gaps, and who could introduce"), tuple(told),
        (), _tables(telling),
    )  # fmt: skip


def _closing(telling: Telling) -> Iterator[str]:
    """What introductions can do, and what they cannot."""
    made = telling.found.introductions
    if made.edges:
        yield telling.say(_COVER, n=len(made.edges), reached=made.reached)
        if len(made.edges) > 1:
            yield telling.say(_BOUND, n=made.bound)
        yield telling.say(_PROMISE)
    if made.further:
        yield telling.say(_FURTHER, n=made.further)
    if made.unreachable:
        yield telling.say(_UNREACHABLE, n=made.unreachable)


def _tables(telling: Telling) -> tuple[Table, ...]:
    found = telling.found
    gaps = [
        Row(
            gap.party,
            (
                *telling.party(gap.party), gap.distance, gap.nearest,
                tuple(one.introducer for one in gap.introducers),
            ),
        )
        for gap in found.gaps
    ]  # fmt: skip
    if not found.sources or not found.targets:
        return ()
    return (
        Table("introductions", _FEWEST, _INTRODUCER, _introducers(telling)),
        Table("introductions_closed", _WHO_WHOM, _CLOSED, _closed(found.introductions)),
        Table("gaps", Text("Alle gaten", "All gaps"), _GAP, gaps),
        *_grouped(telling),
        Table("new_ties", _NEW_TITLE, _NEW, _new_ties(telling)),
    )


def _grouped(telling: Telling) -> Iterator[Table]:
    """How many gaps there are, by distance and by the groups that parties are in."""
    for by, found in telling.found.gap_groups.items():
        most = max((max(one.by_distance, default=0) for one in found), default=0)
        label = Column("group", _GROUPED[by], filed=False)
        steps = [
            Column(f"at_{n}", Text(f"{n} ver", f"{n} away"), Sort.COUNT) for n in range(1, most + 1)
        ]
        rows = [
            Row(
                one.group or ("all" if by == "all" else "none"),
                (
                    _group(telling, by, one.group), one.parties, one.gaps,
                    *(one.by_distance.get(n, 0) for n in range(1, most + 1)), one.unreachable,
                ),
            )
            for one in found
        ]  # fmt: skip
        if by == "all" or any(one.group for one in found):
            yield Table(f"gaps_by_{by}", _GROUP_TITLES[by], (label, *_GROUP, *steps, _NEVER), rows)


def _group(telling: Telling, by: str, group: str) -> str:
    if by == "all":
        return telling.say(_EVERYBODY)
    return telling.name(group) if group else telling.say(_IN_NONE)


def _new_ties(telling: Telling) -> list[Row]:
    return [
        Row(
            f"{one.party} {one.target}",
            (one.party, one.target, one.distance, one.helped, one.closes, one.brings),
        )
        for one in telling.found.new_ties
    ]


def _introducers(telling: Telling) -> list[Row]:
    return [
        Row(
            one.introducer,
            (
                *telling.party(one.introducer), len(one.closes), one.strength,
                tuple(closed.party for closed in one.closes),
            ),
        )
        for one in telling.found.introductions.edges
    ]  # fmt: skip


def _closed(made: Introductions) -> list[Row]:
    return [
        Row(
            f"{edge.introducer} {one.party}",
            (edge.introducer, one.party, one.target, one.strength, one.met_in),
        )
        for edge in made.edges
        for one in edge.closes
    ]


_POINT = (
    NAME, HELIX,
    Column("cut_off", Text("raakt los", "cut off"), Sort.COUNT),
    Column("parts", Text("in zoveel delen", "in so many parts"), Sort.COUNT),
    Column("whom", Text("wie", "whom"), Sort.NODES),
)  # fmt: skip
_POINTS_TITLE = Text("Wie wegvalt, en wie dan losraakt", "Who goes, and who is cut off then")
_LEAVING_TITLE = Text("Denkbeeldig: als deze partij wegviel", "Imagined: if this party left")
_IMAGINED = Text(
    "Van wie het vaakst tussen anderen staat, is ook uitgerekend wat er zou veranderen zonder "
    "hen. Dat is denkbeeldig: wat anderen dan zouden doen, weet niemand.",
    "Of those who stand between others most, it was also reckoned what would change without them. "
    "That is imagined: what others would do then, nobody knows.",
)
_MEASURED = {
    ("ties", "before"): Text("banden nu", "ties now"),
    ("ties", "after"): Text("dan", "then"),
    ("mean_distance", "before"): Text("gemiddelde afstand nu", "mean distance now"),
    ("mean_distance", "after"): Text("dan", "then"),
    ("single_points", "before"): Text("onmisbaren nu", "single points now"),
    ("single_points", "after"): Text("dan", "then"),
    ("gaps", "before"): Text("gaten nu", "gaps now"),
    ("gaps", "after"): Text("dan", "then"),
}
_CUT_OFF = (
    Column("cut_off", Text("raakt los", "cut off"), Sort.COUNT),
    Column("opened", Text("nieuwe gaten", "new gaps"), Sort.NODES, shown=False),
)
_POINTS = Text(
    "Er [is één partij|zijn {n} partijen] zonder wie anderen losraken van de rest van het "
    "netwerk. Dat geldt voor vastgelegde banden: wie losraakt, kan anderen langs andere wegen "
    "kennen.",
    "There [is one party|are {n} parties] without whom others are cut off from the rest of the "
    "network. That holds for ties on record: those cut off may know others in other ways.",
)
_NO_POINTS = Text(
    "Niemand is onmisbaar: wie er ook wegvalt, de anderen blijven met elkaar verbonden.",
    "Nobody is indispensable: whoever goes, the others stay connected.",
)


def point_section(telling: Telling) -> Section:
    """Whose leaving cuts whom off, and what would be otherwise without the most central."""
    points = telling.found.points
    told = [telling.say(_POINTS, n=points.total) if points.total else telling.say(_NO_POINTS)]
    rows = [
        Row(cut.party, (*telling.party(cut.party), cut.count, len(cut.parts), cut.cut_off))
        for cut in points.cuts
    ]
    tables = [Table("points", _POINTS_TITLE, _POINT, rows)]
    if telling.found.leaving:
        told.append(telling.say(_IMAGINED))
        tables.append(_leaving(telling))
    title = Text("Wie niet gemist kan worden", "Single points of failure")
    return Section("points", title, tuple(told), (), tuple(tables))


def _leaving(telling: Telling) -> Table:
    """Every measure before and after the leaving of some; the page shows a few of them."""
    found = telling.found.leaving
    names = [one.name for one in next(iter(found.values())).measures]
    columns = [
        Column(f"{name}_{when}", _MEASURED.get((name, when), Text(name, name)), Sort.NUMBER,
               shown=(name, when) in _MEASURED)
        for name in names
        for when in ("before", "after")
    ]  # fmt: skip
    rows = [
        Row(
            party,
            (
                telling.name(party),
                *(value for one in without.measures for value in (one.before, one.after)),
                len(without.cut_off), without.gaps.opened,
            ),
        )
        for party, without in found.items()
    ]  # fmt: skip
    return Table("leaving", _LEAVING_TITLE, (NAME, *columns, *_CUT_OFF), rows)
