"""Why something is shown, what was decided about it, and who says so, in both languages."""

from __future__ import annotations

from ledwerk.graph.weighing import REASONS
from ledwerk.schema.fields import Text

# By the part of the rule; `than` is the ground of what is not shown.
REASON_TEXTS: dict[str, Text] = {
    "alone": Text("geen andere bron zegt hier iets over", "no other source says anything of it"),
    "agreed": Text("alle bronnen zeggen hetzelfde", "every source says the same"),
    "united": Text("wat bronnen opsommen, staat samen", "what sources list stands together"),
    "editor": Text("een redacteur heeft dat gezegd", "an editor said so"),
    "ground": Text(
        "de grond “{basis}” gaat voor “{than}”", "the ground “{basis}” goes before “{than}”"
    ),
    "reviewed": Text(
        "het andere is door een programma gelezen en door niemand nagekeken",
        "the other was read by a program and nobody has reviewed it",
    ),
    "newer": Text(
        "de bron is nieuwer ({date} tegen {other})", "its source is newer ({date} against {other})"
    ),
    "order": Text(
        "de bronnen zijn even sterk en even oud; de eerste op volgorde van id en vindplaats geldt",
        "the sources are as strong and as old as each other; the first by id and locator counts",
    ),
}
assert REASON_TEXTS.keys() == set(REASONS)

PROVENANCE_TEXTS: dict[str, Text] = {
    "undated": Text("zonder datum", "without a date"),
    "existence": Text("of dit er is", "whether it is there"),
    "there": Text("het is er", "it is there"),
    "not_there": Text("het is er niet", "it is not there"),
    "empty": Text("leeg", "empty"),
    "editor": Text("een redacteur", "an editor"),
    "reviewed_row": Text("nagekeken", "reviewed"),
    "only_read": Text(
        "nee: een programma las dit, niemand keek ernaar",
        "no: a program read this, nobody looked at it",
    ),
    "unreviewed": Text("niet nagekeken", "not reviewed"),
    "read_accepted": Text("gelezen en aanvaard", "read and accepted"),
    "accepted": Text("aanvaard door {who}", "accepted by {who}"),
    "denies": Text("zegt dat het niet zo is", "says it is not so"),
    "confirmed": Text("bevestigd op {day}", "confirmed on {day}"),
    "withdrawn": Text("ingetrokken op {day}", "withdrawn on {day}"),
    "same": Text("is samengevoegd", "was merged"),
    "different": Text(
        "is iets anders dan wat erop lijkt ({place})", "is not what it looks like ({place})"
    ),
    "merged": Text("in de bron: {id}", "in the source: {id}"),
    "last_confirmed": Text("laatst bevestigd: {day}", "last confirmed: {day}"),
    "never": Text("onbekend", "unknown"),
    "loaded": Text(
        "gegevens {dataset}, revisie {revision}, {at}, door {actor}",
        "dataset {dataset}, revision {revision}, {at}, by {actor}",
    ),
    "no_source": Text("zonder bron", "without a source"),
    "confidence": Text("zekerheid {value}", "confidence {value}"),
}
