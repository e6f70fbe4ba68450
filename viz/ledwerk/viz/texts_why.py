"""What `ledwerk why` says, in both languages."""

from __future__ import annotations

from ledwerk.schema.fields import Text

WHY_TEXTS: dict[str, Text] = {
    "none": Text(
        "niemand zegt er iets over; het wordt alleen genoemd",
        "nobody says anything of it; it is only mentioned",
    ),
    "gone": Text("NIET GETOOND: {because}", "NOT SHOWN: {because}"),
    "says_nothing": Text("zegt alleen dat het zo is", "says only that it is so"),
    "says": Text("zegt {values}", "says {values}"),
    "shown_of": Text("getoond: {names}", "shown: {names}"),
    "picked": Text("{label}: {value}, want {because}", "{label}: {value}, since {because}"),
    "side": Text("{value} volgens {source}", "{value} by {source}"),
    "by_hand": Text("een redacteur", "an editor"),
    "through": Text("via {names}:", "through {names}:"),
    "direct": Text("rechtstreeks:", "directly:"),
    "apart": Text(
        "niets van wat bekend is verbindt {one} met {other}",
        "nothing that is known connects {one} and {other}",
    ),
    "more": Text("… en {count} verbindingen meer", "… and {count} more connections"),
    "not_said": Text("niemand zegt iets over {label}", "nobody says anything of {label}"),
}
