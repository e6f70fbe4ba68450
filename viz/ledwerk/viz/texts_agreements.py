"""The words of the page of gaps and agreements."""

from __future__ import annotations

from ledwerk.schema.fields import Text

AGREEMENT_TEXTS: dict[str, Text] = {
    "title": Text("Gaten en afspraken", "Gaps and agreements"),
    "lead": Text(
        "Een gat is een partij zonder band met een van de anderen in de gegevens. Wie beide kent, "
        "kan ze aan elkaar voorstellen. Spreek af wie dat doet en wanneer: zodra de band in de "
        "gegevens staat, is de afspraak vanzelf rond.",
        "A gap is a party without a tie to any of the others in the data. Whoever knows both can "
        "introduce them. Agree on who does so and by when: once the tie is in the data, the "
        "agreement is closed by itself.",
    ),
    "on_page": Text("Op deze pagina", "On this page"),
    "agreements": Text("Afspraken", "Agreements"),
    "gaps": Text("Gaten", "Gaps"),
    # -- the list of agreements
    "none_yet": Text(
        "Er zijn nog geen afspraken. Kies hieronder bij een gat wie er kan voorstellen.",
        "There are no agreements yet. Choose below, at a gap, who could introduce.",
    ),
    "none_such": Text("Geen afspraken in deze toestand.", "No agreements in this state."),
    "show": Text("Toon", "Show"),
    "all": Text("alle", "all"),
    "open": Text("loopt", "running"),
    "overdue": Text("te laat", "overdue"),
    "closed": Text("rond", "closed"),
    "dropped": Text("vervallen", "dropped"),
    "sort": Text("Volgorde", "Order"),
    "sort_due": Text("eerst wat het eerst moet gebeuren", "first due first"),
    "sort_agreed": Text("laatst afgesproken eerst", "last agreed first"),
    "sort_name": Text("op naam", "by name"),
    "xlsx": Text("Als werkblad (XLSX)", "As a worksheet (XLSX)"),
    "ics": Text("Data voor de agenda (ICS)", "Dates for a calendar (ICS)"),
    "introduces": Text(
        "{via} stelt {source} voor aan {target}", "{via} introduces {source} to {target}"
    ),
    "due_on": Text("vóór of op {day}", "by {day}"),
    "late": Text("had gemoeten op {day}", "was due on {day}"),
    "agreed": Text("Afgesproken op {day}", "Agreed on {day}"),
    "agreed_who": Text("Afgesproken op {day} door {who}", "Agreed on {day} by {who}"),
    "written": Text("vastgelegd door {who}", "written down by {who}"),
    "dropped_on": Text("Vervallen op {day} ({who}): {text}", "Dropped on {day} ({who}): {text}"),
    "closed_on": Text(
        "De band staat in de gegevens: gezien op {day}, revisie {revision}.",
        "The tie is in the data: seen on {day}, revision {revision}.",
    ),
    "met_now": Text("Samen in: {names}.", "Together in: {names}."),
    "lost_on": Text(
        "De band stond in de gegevens maar is weer verdwenen: gezien op {day}, revisie {revision}. "
        "De afspraak loopt daarom weer.",
        "The tie was in the data but has gone again: seen on {day}, revision {revision}. "
        "That is why the agreement runs again.",
    ),
    "outcome": Text("Uitkomst", "Outcome"),
    "outcome_by": Text("{text} ({who}, {day})", "{text} ({who}, {day})"),
    "evidence": Text("Waarop de afspraak rust", "What the agreement rests on"),
    "as_then": Text("Zoals het was op {day}:", "As it was on {day}:"),
    "shared": Text(
        "{via} en {other} samen in: {names}.", "{via} and {other} together in: {names}."
    ),
    "shared_none": Text(
        "{via} en {other}: niets samen in de gegevens.",
        "{via} and {other}: nothing together in the data.",
    ),
    "strength": Text(
        "De zwakste van beide banden telt {n} [gedeelde activiteit|gedeelde activiteiten].",
        "The weaker of the two ties counts {n} shared [activity|activities].",
    ),
    "look": Text("Bekijk de weg in het netwerk", "See the way in the network"),
    "record": Text("Uitkomst noteren", "Record outcome"),
    "drop": Text("Laten vervallen", "Drop"),
    # -- what the tie did
    "did": Text("Wat de kennismaking deed", "What the introduction did"),
    "measure": Text("Maat", "Measure"),
    "at_agreement": Text("bij de afspraak, revisie {revision}", "when agreed, revision {revision}"),
    "without": Text(
        "zonder de kennismaking, revisie {revision}",
        "without the introduction, revision {revision}",
    ),
    "with": Text(
        "met de kennismaking, revisie {revision}", "with the introduction, revision {revision}"
    ),
    "by_tie": Text("door de kennismaking", "by the introduction"),
    "m_distance": Text("Afstand tussen beide (banden)", "Distance between the two (ties)"),
    "m_gaps": Text("Gaten {one} → {other}", "Gaps {one} → {other}"),
    "m_ties": Text("Banden van {name}", "Ties of {name}"),
    "m_between": Text("Tussenpositie van {name}", "Betweenness of {name}"),
    "m_all": Text("Banden in het hele netwerk", "Ties in the whole network"),
    "no_way": Text("geen weg", "no way"),
    "no_party": Text("geen partij", "no party"),
    "estimated": Text(
        "Tussenposities zijn in een netwerk van deze omvang alleen te schatten; een verschil zou "
        "toeval kunnen zijn en staat daarom niet in de tabel.",
        "Of a network of this size betweenness can only be estimated; a difference could be "
        "chance, and is not in the table therefore.",
    ),
    "only_introduction": Text(
        "Wat de kennismaking deed, is het verschil tussen het netwerk zoals het toen was en "
        "hetzelfde netwerk zonder wat de twee samenbracht: {names}. De rest van het verschil met "
        "de dag van de afspraak kwam door andere wijzigingen.",
        "What the introduction did is the difference between the network as it was then and the "
        "same network without what brought the two together: {names}. The rest of the difference "
        "with the day of the agreement came by other changes.",
    ),
    "only_tie": Text(
        "Wat de kennismaking deed, is het verschil tussen het netwerk zoals het toen was en "
        "hetzelfde netwerk met alleen de band tussen deze twee weggedacht. De rest kwam door "
        "andere wijzigingen.",
        "What the introduction did is the difference between the network as it was then and the "
        "same network with only the tie between these two thought away. The rest came by other "
        "changes.",
    ),
    "meanwhile": Text("In dezelfde tijd veranderde ook", "In the same time changed as well"),
    "nothing_else": Text(
        "Tussen de afspraak en de band is niets anders veranderd.",
        "Nothing else was changed between the agreement and the tie.",
    ),
    "brought_by": Text("De band kwam met", "The tie came with"),
    "change": Text(
        "revisie {revision}, {day}, door {who}: {what}",
        "revision {revision}, {day}, by {who}: {what}",
    ),
    "more_changes": Text(
        "en {n} eerdere [wijziging|wijzigingen]", "and {n} earlier [change|changes]"
    ),
    "nobody": Text("onbekend", "unknown"),
    # -- gaps
    "whose": Text("Van", "From"),
    "to_whom": Text("naar", "to"),
    "show_gaps": Text("Toon gaten", "Show gaps"),
    "sme": Text("mkb-bedrijf", "small or medium-sized firm"),
    "counted": Text(
        "{n} van de {parties} partijen ({one}) [heeft|hebben] geen band met een partij van de "
        "andere soort ({other}).",
        "{n} of the {parties} parties ({one}) [has|have] no tie with a party of the other sort "
        "({other}).",
    ),
    "no_gaps": Text(
        "Geen gaten: alle {parties} partijen ({one}) hebben een band met de andere soort "
        "({other}).",
        "No gaps: all {parties} parties ({one}) have a tie with the other sort ({other}).",
    ),
    "gaps_late": Text(
        "De gaten van dit grote netwerk worden nog berekend; ze verschijnen hier vanzelf.",
        "The gaps of this large network are still being reckoned; they appear here by themselves.",
    ),
    "no_parties": Text(
        "Er zijn geen partijen van deze soort ({one}) in het netwerk.",
        "There are no parties of this sort ({one}) in the network.",
    ),
    "away": Text("{n} [band|banden] van {names}", "{n} [tie|ties] away from {names}"),
    "not_connected": Text(
        "Geen weg naar een van hen: hier is een nieuwe kennismaking nodig, buiten het netwerk om.",
        "No way to any of them: this needs somebody new, from outside the network.",
    ),
    "could": Text("{via} kan voorstellen aan {target}", "{via} could introduce to {target}"),
    "first_step": Text(
        "{via} is de eerste stap; er is meer dan één kennismaking nodig",
        "{via} is the first step; more than one introduction is needed",
    ),
    "closes_more": Text(
        "kan in totaal {n} [gat|gaten] van deze soort dichten",
        "could close {n} [gap|gaps] of this sort in all",
    ),
    "make": Text("Afspraak maken", "Make agreement"),
    "make_for": Text(
        "Afspraak maken: {via} stelt {source} voor aan {target}",
        "Make agreement: {via} introduces {source} to {target}",
    ),
    "picture": Text("Deze gaten in het netwerk", "These gaps in the network"),
    "next": Text("Volgende", "Next"),
    "previous": Text("Vorige", "Previous"),
    "part": Text("{first} tot en met {last} van {total}", "{first} to {last} of {total}"),
    # -- the form
    "form": Text("Afspraak", "Agreement"),
    "f_via": Text("Wie stelt voor", "Who introduces"),
    "f_from": Text("Wie", "Whom"),
    "f_to": Text("Aan wie", "To whom"),
    "f_due": Text("Uiterlijk op", "By when"),
    "f_on": Text("Afgesproken op", "Agreed on"),
    "f_by": Text("Afgesproken door", "Agreed by"),
    "f_by_help": Text("Namen van wie het afspraken", "Names of who agreed on it"),
    "f_note": Text("Toelichting", "Note"),
    "f_party_help": Text(
        "Typ een paar letters en kies uit de lijst", "Type some letters and choose from the list"
    ),
    "save": Text("Vastleggen", "Save"),
    "cancel": Text("Annuleren", "Cancel"),
    "reckoned": Text(
        "De maten worden nog berekend; even geduld.", "The measures are being reckoned; one moment."
    ),
    "made": Text("De afspraak is vastgelegd.", "The agreement was saved."),
    "noted": Text("De uitkomst is genoteerd.", "The outcome was recorded."),
    "let_go": Text("De afspraak is vervallen.", "The agreement was dropped."),
    "f_outcome": Text("Wat kwam ervan?", "What came of it?"),
    "f_reason": Text("Waarom vervalt deze afspraak?", "Why is this agreement dropped?"),
    "sign_in_first": Text(
        "Log in als redacteur om afspraken vast te leggen.",
        "Sign in as an editor to save agreements.",
    ),
    # -- errors, by field and code
    "e_REQUIRED": Text("Vul dit in.", "Fill this in."),
    "e_INVALID_VALUE": Text("Dit is niet goed geschreven.", "This is not well written."),
    "e_due_INVALID_VALUE": Text("Dit is geen datum.", "This is no date."),
    "e_agreedOn_INVALID_VALUE": Text("Dit is geen datum.", "This is no date."),
    "e_WRONG_PERIOD": Text(
        "Dit ligt vóór de dag waarop het is afgesproken.", "This lies before the day of agreeing."
    ),
    "e_SAME_NODE": Text("Kies drie verschillende partijen.", "Choose three different parties."),
    "e_UNKNOWN_NODE": Text(
        "Zo heet geen partij in het netwerk. Kies een uit de lijst; van een groep een van de "
        "leden.",
        "No party of the network is called so. Choose one from the list; of a group, a member.",
    ),
    "e_TAKEN": Text(
        "Deze twee hebben al een band; er valt niets af te spreken.",
        "These two have a tie already; there is nothing to agree on.",
    ),
    "e_NOTHING_TO_DO": Text(
        "Deze afspraak was al vervallen.", "This agreement was dropped already."
    ),
    # -- columns of the worksheet
    "x_state": Text("toestand", "state"),
    "x_via": Text("wie stelt voor", "who introduces"),
    "x_from": Text("wie", "whom"),
    "x_to": Text("aan wie", "to whom"),
    "x_due": Text("uiterlijk op", "due"),
    "x_on": Text("afgesproken op", "agreed on"),
    "x_by": Text("afgesproken door", "agreed by"),
    "x_recorded": Text("vastgelegd door", "written down by"),
    "x_note": Text("toelichting", "note"),
    "x_with_from": Text("voorsteller samen met wie, in", "introducer shared with whom"),
    "x_with_to": Text("voorsteller samen met aan wie, in", "introducer shared with to whom"),
    "x_kind": Text("soort gat", "sort of gap"),
    "x_before": Text("afstand bij afspraak", "distance when agreed"),
    "x_gaps_before": Text("gaten bij afspraak", "gaps when agreed"),
    "x_closed": Text("band gezien op", "tie seen on"),
    "x_revision": Text("in revisie", "in revision"),
    "x_gaps_apart": Text("gaten zonder de kennismaking", "gaps without the introduction"),
    "x_gaps_after": Text("gaten met de kennismaking", "gaps with the introduction"),
    "x_outcome": Text("uitkomst", "outcome"),
    "x_dropped": Text("vervallen omdat", "dropped because"),
    "x_id": Text("kenmerk", "id"),
    "ics_title": Text(
        "Afspraak: {via} stelt {source} voor aan {target}",
        "Agreement: {via} introduces {source} to {target}",
    ),
}
