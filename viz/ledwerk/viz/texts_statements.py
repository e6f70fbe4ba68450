"""The words of what every source says of a node, side by side, on a page."""

from __future__ import annotations

from ledwerk.schema.fields import Text

STATEMENT_TEXTS: dict[str, Text] = {
    "st_title": Text("Wie zegt wat", "Who says what"),
    "st_lead": Text(
        "Wat elke bron zegt, naast elkaar. Wat getoond wordt staat voorop.",
        "What each source says, side by side. What is shown comes first.",
    ),
    "st_none": Text(
        "Niemand zegt hier iets over; het wordt alleen genoemd.",
        "Nobody says anything of this; it is only mentioned.",
    ),
    "st_confirmed": Text("Laatst bevestigd: {day}", "Last confirmed: {day}"),
    "st_never": Text("onbekend", "unknown"),
    "st_unreviewed": Text(
        "Een programma las dit, en niemand heeft het nagekeken.",
        "A program read this, and nobody has reviewed it.",
    ),
    "st_confirm": Text("Dit klopt vandaag", "This is right today"),
    "st_confirm_done": Text(
        "Bevestigd, met je naam en de datum.", "Confirmed, with your name and the date."
    ),
    "st_differ": Text("Alleen waar bronnen verschillen", "Only where sources differ"),
    "st_property": Text("Eigenschap", "Property"),
    "st_values": Text("Wat bronnen zeggen", "What sources say"),
    "st_shown": Text("getoond", "shown"),
    "st_since": Text("want {because}", "since {because}"),
    "st_existence": Text("bestaan", "existence"),
    "st_agree": Text("Bronnen verschillen nergens.", "Sources differ in nothing."),
    "st_all": Text("Alle uitspraken ({n})", "All statements ({n})"),
    "st_ties": Text("Banden: wie zegt dat ze er zijn", "Ties: who says that they are there"),
    "st_no_ties": Text("Er zijn geen banden.", "There are no ties."),
    "st_more_ties": Text(
        "Dit zijn de eerste 200; ledwerk why noemt ze tussen twee namen.",
        "These are the first 200; ledwerk why tells those between two names.",
    ),
    "st_not_shown": Text(
        "telt niet: een bron die voorgaat zegt dat het niet zo is",
        "does not count: a source that goes first says it is not so",
    ),
    "st_editor": Text("een redacteur", "an editor"),
    "st_denies": Text("zegt dat het niet zo is", "says it is not so"),
    "st_accepted": Text("aanvaard door {who}", "accepted by {who}"),
    "st_waits": Text("niet nagekeken", "not reviewed"),
    "st_merged": Text("in de bron: {id}", "in the source: {id}"),
    "st_loaded": Text(
        "{dataset}, revisie {revision}, {at}, {actor}",
        "{dataset}, revision {revision}, {at}, {actor}",
    ),
    "st_is_confirmed": Text("bevestigt dat het zo is", "confirms that it is so"),
    "st_is_withdrawn": Text("heeft deze bron ingetrokken", "withdrew this source"),
    "st_is_same": Text("is samengevoegd", "was merged"),
    "st_is_different": Text(
        "zegt dat dit iets anders is dan wat erop lijkt", "says it is not what it looks like"
    ),
    "st_edited": Text("door een redacteur", "by an editor"),
    "st_stated": Text("vermeld", "stated"),
    "st_assessed": Text("ingeschat", "assessed"),
    "st_derived": Text("afgeleid", "derived"),
    "st_read": Text("gelezen", "read"),
    "st_withdraw": Text("Bron intrekken…", "Withdraw this source…"),
    "st_restore": Text("Intrekking terugnemen", "Take the withdrawal back"),
    "st_withdraw_title": Text("{name} intrekken", "Withdraw {name}"),
    "st_withdraw_lead": Text(
        "{rows} uitspraken rusten op deze bron. Wat anderen ook zeggen, blijft. Een volgende keer "
        "inlezen haalt niets terug, tot de intrekking is teruggenomen.",
        "{rows} statements rest on this source. What others say too stays. Loading again brings "
        "nothing back until the withdrawal is taken back.",
    ),
    "st_gone": Text("{n} verdwijnen", "{n} go"),
    "st_unsaid": Text("{n} worden alleen nog genoemd", "{n} are only mentioned from then on"),
    "st_poorer": Text("{n} tonen andere of minder waarden", "{n} show other values, or fewer"),
    "st_back": Text("{n} komen terug", "{n} come back"),
    "st_stays": Text("{n} blijven zoals ze zijn", "{n} stay as they are"),
    "st_why": Text("Waarom", "Why"),
    "st_do_withdraw": Text("Intrekken", "Withdraw"),
    "st_cancel": Text("Annuleren", "Cancel"),
}
