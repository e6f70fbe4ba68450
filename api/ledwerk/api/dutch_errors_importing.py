"""Messages about bringing in a file on a page."""

from __future__ import annotations

# Each message stands on one line, however long, so that both languages are seen side by side.
# fmt: off
IMPORT_MESSAGES: tuple[tuple[str, str], ...] = (
    ("{name} is not a kind of file that can be read here; give one of .xlsx, .ods, .csv, .zip", "{name} is geen soort bestand dat hier te lezen is; geef een van .xlsx, .ods, .csv, .zip"),
    ("sign in as an editor to bring in a file", "log in als redacteur om een bestand in te lezen"),
    ("this file is no longer held; hand it in again", "dit bestand wordt niet meer bewaard; geef het opnieuw op"),
    ("this file is being taken over at this very moment", "dit bestand wordt op dit moment overgenomen"),
    ("the file cannot be kept for now: {why:words}", "het bestand kan nu niet worden bewaard: {why}"),
    ("the network has changed since; look at what it would do now", "het netwerk is intussen veranderd; bekijk wat het nu zou doen"),
    ("these choices cannot be read; load the page again", "deze keuzes zijn niet te lezen; laad de pagina opnieuw"),
    ("there is no table {name}", "er is geen tabel {name}"),
)
