"""The words about likely doubles: of the page, and of `ledwerk match`."""

from __future__ import annotations

from ledwerk.schema.fields import Text

MATCH_TEXTS: dict[str, Text] = {
    "title": Text("Dubbelen", "Doubles"),
    "lead": Text(
        "Deze beschrijvingen uit verschillende bestanden lijken over dezelfde partij of persoon "
        "te gaan. Voeg samen wat hetzelfde is; wat verschillend is, wordt niet meer voorgesteld. "
        "Elk besluit kan later worden teruggenomen.",
        "These descriptions from different files seem to be of one and the same party or person. "
        "Merge what is the same; what is different is not proposed again. Every decision can be "
        "taken back later.",
    ),
    "keys": Text(
        "Met het toetsenbord: Z is hetzelfde, V is verschillend, L is later, en de pijlen gaan "
        "naar een ander paar.",
        "By keyboard: S is the same, D is different, L is later, and the arrows go to another "
        "pair.",
    ),
    "on_page": Text("Op deze pagina", "On this page"),
    "doubtful": Text("Twijfelachtig", "Doubtful"),
    "sure": Text("Zeker", "Sure"),
    "doubtful_about": Text("Hierover moet iemand beslissen.", "Somebody has to decide on these."),
    "sure_about": Text(
        "Van deze staat het wel vast; ze kunnen in één keer worden samengevoegd.",
        "These are beyond doubt; they can be merged at once.",
    ),
    "none_sure": Text("Er zijn geen zekere dubbelen.", "There are no sure doubles."),
    "none_doubtful": Text("Er is niets om over te beslissen.", "There is nothing to decide on."),
    "decided": Text("Besluiten", "Decisions"),
    "none_decided": Text("Er is nog niets besloten.", "Nothing has been decided yet."),
    "same": Text("Hetzelfde", "The same"),
    "different": Text("Verschillend", "Different"),
    "later": Text("Later", "Later"),
    "merge_sure": Text("Alle zekere samenvoegen ({count})", "Merge all sure ones ({count})"),
    "key_same": Text("z", "s"),
    "key_different": Text("v", "d"),
    "key_later": Text("l", "l"),
    "take_back": Text("Terugnemen", "Take back"),
    "stays": Text("blijft", "stays"),
    "goes": Text("gaat hierin op", "is merged into it"),
    "change_stays": Text("Andersom", "The other way round"),
    "two_kinds": Text(
        "Deze twee zijn van verschillende soort, en een knoop heeft één soort: samenvoegen kan "
        "niet. Is het dezelfde partij, verbeter dan de soort of het id in het bestand dat het mis "
        "heeft; dan komen ze samen. Anders: verschillend.",
        "These two are of different kinds, and a node has one kind: they cannot be merged. If it "
        "is the same party, correct the kind or the id in the file that has it wrong, and they "
        "come together. Otherwise: different.",
    ),
    "kind": Text("soort", "kind"),
    "place": Text("plaats", "place"),
    "country": Text("land", "country"),
    "website": Text("website", "website"),
    "number": Text("nummer", "number"),
    "other_names": Text("ook", "also"),
    "from": Text("uit", "from"),
    "with": Text("bij", "at"),
    "why": Text("Waarom", "Why"),
    "score": Text("samen {score}", "in all {score}"),
    "of": Text("{number} van {count}", "{number} of {count}"),
    "pair": Text("Paar {number}: {one} en {other}", "Pair {number}: {one} and {other}"),
    "merged_line": Text("{gone} is samengevoegd met {kept}", "{gone} was merged into {kept}"),
    "apart_line": Text("{one} en {other} zijn verschillend", "{one} and {other} are different"),
    "done_same": Text("Samengevoegd.", "Merged."),
    "done_different": Text("Als verschillend genoteerd.", "Noted as different."),
    "done_back": Text("Teruggenomen.", "Taken back."),
    "done_sure": Text("De zekere dubbelen zijn samengevoegd.", "The sure doubles were merged."),
    "put_later": Text("Bewaard voor later.", "Left for later."),
    "all_done": Text("Alles is bekeken.", "All have been looked at."),
    "again": Text("Zet wat later moest terug", "Bring back what was left for later"),
    "more": Text("En nog {count}, die na deze komen.", "And {count} more, which come after these."),
    "note": Text("Waarom (mag leeg blijven)", "Why (may be left empty)"),
    "sign_in_first": Text(
        "Meld je aan als redacteur om te beslissen.", "Sign in as an editor to decide."
    ),
    "reckoned": Text("De dubbelen worden gezocht…", "Looking for doubles…"),
    # Of the command.
    "c_count": Text("{sure} zeker, {doubtful} twijfelachtig", "{sure} sure, {doubtful} doubtful"),
    "c_more": Text(
        "… en nog {count}; --most 0 laat alles zien",
        "… and {count} more; --most 0 shows all",
    ),
    "c_next": Text(
        "ledwerk match --merge-sure voegt de zekere samen; --accept A B en --different A B "
        "beslissen over een paar",
        "ledwerk match --merge-sure merges the sure ones; --accept A B and --different A B decide"
        " on a pair",
    ),
    "c_merged": Text(
        "{count} samengevoegd; revisie {revision}",
        "{count} merged; revision {revision}",
    ),
    "c_no_sure": Text("geen zekere dubbelen; niets gedaan", "no sure doubles; nothing done"),
    "c_same": Text(
        "{gone} is nu {kept}; revisie {revision}", "{gone} is {kept} by now; revision {revision}"
    ),
    "c_apart": Text(
        "{one} en {other} zijn verschillend; revisie {revision}",
        "{one} and {other} are different; revision {revision}",
    ),
    "c_back": Text("teruggenomen; revisie {revision}", "taken back; revision {revision}"),
    "c_one": Text(
        "alles is uit één bestand; ledwerk match --inside zoekt ook daarbinnen naar dubbelen",
        "all is from one dataset; ledwerk match --inside looks for doubles within it as well",
    ),
}
