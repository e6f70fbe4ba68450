"""What `ledwerk withdraw` and `ledwerk confirm` say, in both languages."""

from __future__ import annotations

from ledwerk.schema.fields import Text

DECIDING_TEXTS: dict[str, Text] = {
    "rests": Text(
        "{name}: {rows} uitspraken rusten op deze bron",
        "{name}: {rows} statements rest on this source",
    ),
    "gone": Text("verdwijnt: {count}", "goes: {count}"),
    "unsaid": Text(
        "alleen nog genoemd, en getoond met het id: {count}",
        "only mentioned from then on, and shown by its id: {count}",
    ),
    "poorer": Text(
        "toont andere of minder waarden: {count}", "shows other values, or fewer: {count}"
    ),
    "back": Text(
        "komt terug, want alleen deze bron ontkende het: {count}",
        "comes back, since only this source denied it: {count}",
    ),
    "stays": Text(
        "blijft, want anderen zeggen het ook: {count}", "stays, since others say so too: {count}"
    ),
    "more": Text("… en nog {count}", "… and {count} more"),
    "lost": Text("{about} ({names})", "{about} ({names})"),
    "ask": Text("Intrekken? [j/N] ", "Withdraw it? [y/N] "),
    "left": Text("er is niets gedaan", "nothing was done"),
    "withdrawn": Text(
        "{name} is ingetrokken; revisie {revision}. Terugnemen: ledwerk withdraw {source} "
        "--take-back",
        "{name} is withdrawn; revision {revision}. To take it back: ledwerk withdraw {source} "
        "--take-back",
    ),
    "restored": Text(
        "{name} telt weer: {rows} uitspraken zijn terug; revisie {revision}. Wat de bestanden nu "
        "zeggen, komt met opnieuw inlezen",
        "{name} counts again: {rows} statements are back; revision {revision}. What its files say "
        "now comes with loading them again",
    ),
    "confirmed": Text(
        "{name}: bevestigd op {day}; revisie {revision}",
        "{name}: confirmed on {day}; revision {revision}",
    ),
}
