"""Who is central, how sure that is, and who stands between whom."""

from __future__ import annotations

from ledwerk.graph.analysis.stability import Stability
from ledwerk.schema.fields import Text
from ledwerk.viz.report_charts import bars, intervals
from ledwerk.viz.report_parts import Chart, Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import HELIX, NAME, Telling

DRAWN = 15
_MEASURES = (
    Column("degree", Text("banden", "ties"), Sort.COUNT),
    Column("strength", Text("sterkte", "strength"), Sort.NUMBER, shown=False),
    Column("betweenness", Text("tussen", "between"), Sort.NUMBER),
    Column("betweenness_error", Text("fout", "error"), Sort.NUMBER, shown=False),
    Column("closeness", Text("nabijheid", "closeness"), Sort.FINE),
    Column("harmonic", Text("harmonisch", "harmonic"), Sort.NUMBER),
    Column("harmonic_error", Text("fout", "error"), Sort.NUMBER, shown=False),
    Column("eigenvector", Text("eigenvector", "eigenvector"), Sort.FINE),
    Column("pagerank", Text("PageRank", "PageRank"), Sort.FINE),
    Column("core", Text("kern", "core"), Sort.COUNT),
)
_RANKS = tuple(
    Column(f"{measure}_{end}", label, Sort.COUNT)
    for measure, label in (
        ("betweenness", Text("plaats (tussen)", "rank (between)")),
        ("degree", Text("plaats (banden)", "rank (ties)")),
    )
    for end, label in (
        ("rank", label),
        ("low", Text("van", "from")),
        ("high", Text("tot", "to")),
    )
)
_ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison", "total")
_BROKER = (
    Column("total", Text("alle rollen", "all roles"), Sort.COUNT),
    Column("coordinator", Text("coördinator", "coordinator"), Sort.COUNT),
    Column("itinerant", Text("buitenstaander", "itinerant"), Sort.COUNT),
    Column("gatekeeper", Text("poortwachter", "gatekeeper"), Sort.COUNT),
    Column("representative", Text("vertegenwoordiger", "representative"), Sort.COUNT, shown=False),
    Column("liaison", Text("verbinder", "liaison"), Sort.COUNT),
    Column("constraint", Text("beperktheid", "constraint"), Sort.FINE),
    Column("effective_size", Text("effectieve omvang", "effective size"), Sort.NUMBER),
    Column("participation", Text("spreiding", "participation"), Sort.NUMBER),
)
_ABOUT_BETWEEN = Text(
    "Wie vaak op de kortste weg tussen twee anderen staat, kan hen met elkaar in verband brengen, "
    "en wordt gemist als hij wegvalt.",
    "Who is often on the shortest way between two others can bring them into contact, and is "
    "missed when gone.",
)
_SAMPLED = Text(
    "De tussenpositie is geschat uit de kortste wegen vanaf {n} partijen; de grootste "
    "standaardfout is {error}. De andere maten zijn exact.",
    "Betweenness is estimated from the shortest ways from {n} parties; the largest standard error "
    "is {error}. The other measures are exact.",
)
_STABLE = Text(
    "Laat men {draws} keer een willekeurige tiende van de banden weg, dan is de rangcorrelatie "
    "met de volgorde naar {measure} gemiddeld {spearman} (1 is gelijk), en heeft de eerste tien "
    "gemiddeld {jaccard} van de namen gemeen. De lijnen in de figuur lopen over de middelste "
    "negen tienden van de plaatsen: waar zij elkaar overlappen, zegt de volgorde weinig.",
    "When a tenth of the ties, drawn at random, is left out {draws} times, the rank correlation "
    "with the order by {measure} is {spearman} on average (1 is equal), and the first ten have "
    "{jaccard} of their names in common. The lines in the drawing run over the middle nine tenths "
    "of the ranks: where they overlap, the order says little.",
)
_RESAMPLED = Text(
    "Bij dat weglaten is de tussenpositie telkens geschat vanaf {n} partijen, waardoor de lijnen "
    "ook die schatting bevatten en eerder te lang dan te kort zijn.",
    "For these, betweenness was estimated from {n} parties each time, so the lines hold that "
    "estimate too, and are rather too long than too short.",
)
_BETWEEN_TITLE = Text("Wie het vaakst tussen anderen staat", "Who stands between others most often")
_BETWEEN_ABOUT = Text(
    "Tussenpositie van de eerste {n} partijen, van {first} tot {last}.",
    "Betweenness of the first {n} parties, from {first} to {last}.",
)
_RANK_TITLE = Text("Plaats, en waar die ook kan liggen", "Rank, and where it may as well be")
_NOBODY = Text("Niemand heeft een band.", "Nobody has a tie.")


def central_section(telling: Telling) -> Section:
    """Every measure of centrality, and how stable the ranks are."""
    title = Text("Wie is centraal", "Who is central")
    table = Table("centrality", Text("Maten van centraliteit", "Measures of centrality"),
                  (NAME, HELIX, *_MEASURES), _measured(telling))  # fmt: skip
    if not telling.central:
        return Section("central", title, (telling.say(_NOBODY),), (), (table,))
    told = [telling.say(_ABOUT_BETWEEN)]
    between = telling.found.measures["betweenness"]
    if not between.exact:
        told.append(
            telling.say(_SAMPLED, n=between.samples, error=telling.tongue.rounded(between.error))
        )
    for name, stable in telling.found.stability.items():
        told.append(_told(telling, name, stable))
    if telling.found.sampling.resampled is not None:
        told.append(telling.say(_RESAMPLED, n=telling.found.sampling.resampled))
    ranks = Table("ranks", _RANK_TITLE, (NAME, *_RANKS), _ranked(telling))
    return Section("central", title, tuple(told), _drawn(telling), (table, ranks))


def _told(telling: Telling, name: str, stable: Stability) -> str:
    text = telling.say(
        _STABLE,
        draws=stable.samples,
        measure=telling.tongue.word(name),
        spearman=stable.spearman,
        jaccard=telling.tongue.percent(stable.jaccard),
    )
    # What the lines are is said once.
    return text if name == "betweenness" else text.split(". ")[0] + "."


def _measured(telling: Telling) -> list[Row]:
    found, rows = telling.found.measures, []
    untied = [node for node in telling.found.subject.matrix.nodes if not telling.tied(node)]
    for node in (*telling.central, *untied):
        value = {name: one.values[node] for name, one in found.items()}
        rows.append(
            Row(
                str(node),
                (
                    telling.name(node),
                    telling.helix(node),
                    int(value["degree"]),
                    value["strength"],
                    value["betweenness"],
                    found["betweenness"].errors[node],
                    value["closeness"],
                    value["harmonic"],
                    found["harmonic"].errors[node],
                    value["eigenvector"],
                    value["pagerank"],
                    int(value["core"]),
                ),
            )
        )
    return rows


def _ranked(telling: Telling) -> list[Row]:
    ranks = telling.ranks
    return [
        Row(str(node), (telling.name(node), *ranks["betweenness"][node], *ranks["degree"][node]))
        for node in telling.central
    ]


def _drawn(telling: Telling) -> tuple[Chart, ...]:
    tongue, first = telling.tongue, telling.central[:DRAWN]
    between = telling.found.measures["betweenness"].values
    about = telling.say(
        _BETWEEN_ABOUT,
        n=len(first),
        first=f"{telling.name(first[0])} ({tongue.rounded(between[first[0]])})",
        last=f"{telling.name(first[-1])} ({tongue.rounded(between[first[-1]])})",
    )
    rows = [(telling.name(node), between[node], telling.colour(node)) for node in first]
    ranks = telling.ranks["betweenness"]
    placed = [(telling.name(node), *ranks[node]) for node in first]
    said = "; ".join(f"{who}: {rank} ({low}–{high})" for who, rank, low, high in placed)
    return (
        bars(
            "c-between",
            telling.say(_BETWEEN_TITLE),
            about,
            rows,
            tongue.rounded,
            telling.legend(first),
        ),
        intervals("c-ranks", telling.say(_RANK_TITLE), said, placed, tongue.rounded),
    )


_ABOUT_ROLES = Text(
    "Een bemiddelaar kent twee partijen die elkaar niet kennen. Zijn alle drie van dezelfde "
    "helix, dan is hij coördinator; zijn alleen de twee dat, dan buitenstaander; hoort hij bij "
    "één van de twee, dan poortwachter of vertegenwoordiger; zijn het drie verschillende helices, "
    "dan verbinder. Elk paar telt in beide richtingen, zodat iemand even vaak poortwachter als "
    "vertegenwoordiger is.",
    "A broker knows two parties that do not know each other. Where all three are of one helix it "
    "is a coordinator; where only the two are, itinerant; where it is of one side's, gatekeeper "
    "or representative; where all three differ, liaison. Each pair counts in both directions, so "
    "that one is gatekeeper as often as representative.",
)
_ABOUT_HOLES = Text(
    "Een lage beperktheid en een grote effectieve omvang (Burt) wijzen op banden met wie elkaar "
    "niet kent.",
    "A low constraint and a large effective size (Burt) tell of ties with those who do not know "
    "each other.",
)
_ROLES_TITLE = Text("Wie bemiddelt, in alle rollen samen", "Who brokers, all roles together")


def broker_section(telling: Telling) -> Section:
    """The five roles between helices, and structural holes."""
    found, tongue = telling.found.brokerage, telling.tongue
    roles = found.roles
    listed = sorted(
        telling.central, key=lambda node: (-roles[node].total, telling.found.subject.order[node])
    )
    rows = [
        Row(
            str(node),
            (
                telling.name(node), telling.helix(node), roles[node].total,
                *(getattr(roles[node], role) for role in _ROLES[:-1]),
                found.constraint[node], found.effective_size[node],
                telling.found.participation[node],
            ),
        )
        for node in listed
    ]  # fmt: skip
    drawn = [
        (telling.name(node), float(roles[node].total), telling.colour(node))
        for node in listed[:DRAWN]
        if roles[node].total
    ]
    title = telling.say(_ROLES_TITLE)
    about = "; ".join(f"{who}: {tongue.rounded(value)}" for who, value, _ in drawn[:5])
    legend = telling.legend(listed[: len(drawn)])
    return Section(
        "brokers", Text("Wie bemiddelt", "Who brokers"),
        (telling.say(_ABOUT_ROLES), telling.say(_ABOUT_HOLES)),
        (bars("c-roles", title, about, drawn, tongue.rounded, legend),) if drawn else (),
        (Table("brokers", Text("Bemiddelaars", "Brokers"), (NAME, HELIX, *_BROKER), rows),),
    )  # fmt: skip
