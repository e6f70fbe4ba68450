"""The words of the workshop: joining, proposing, deciding, following, and its report."""

from __future__ import annotations

from ledwerk.schema.fields import Text

_TOLD = {
    "told_party": Text("Nieuwe partij: {name}", "New party: {name}"),
    "told_existing": Text("Over {name}, die er al is", "About {name}, which is there already"),
    "told_in_municipality": Text("gevestigd in {name}", "located in {name}"),
    "told_partner_in": Text("doet mee in {name}", "takes part in {name}"),
    "told_takes_part": Text("{party} doet mee in {activity}", "{party} takes part in {activity}"),
    "told_together": Text(
        "{a} en {b} werken samen in {activity}", "{a} and {b} work together in {activity}"
    ),
    "told_new": Text("“{name}” (nieuw)", "“{name}” (new)"),
    "told_TENANT_OF": Text("{party} is gevestigd op {other}", "{party} is tenant of {other}"),
    "told_OWNER_OF": Text("{party} is eigenaar van {other}", "{party} is owner of {other}"),
    "told_MEMBER_OF": Text("{party} is lid van {other}", "{party} is a member of {other}"),
    "told_empty": Text("(leeg)", "(empty)"),
    "told_about": Text("Over {name}: ", "About {name}: "),
}
_JOINING = {
    "join_title": Text("Meedoen aan de werksessie", "Join the workshop"),
    "join_intro": Text(
        "Vul de code in die op het scherm staat, en je voornaam.",
        "Fill in the code on the screen, and your first name.",
    ),
    "code": Text("Code", "Code"),
    "first_name": Text("Je voornaam", "Your first name"),
    "join": Text("Meedoen", "Join"),
    "join_none": Text(
        "Er is nu geen werksessie. Vraag de begeleider of die al begonnen is.",
        "There is no workshop now. Ask the facilitator whether it has begun.",
    ),
    "joined_as": Text("Je doet mee als {name}.", "You take part as {name}."),
    "to_network": Text("Naar het netwerk", "To the network"),
    "closed_title": Text("Alleen voor wie meedoet", "For those who take part"),
    "closed": Text(
        "Dit netwerk is te zien voor wie meedoet aan de werksessie of een toegangssleutel heeft.",
        "This network is shown to those who take part in the workshop or have an access token.",
    ),
    "wrong_code": Text(
        "Deze code klopt niet; kijk nog eens op het scherm.",
        "This is not the code; look at the screen again.",
    ),
    "too_many": Text(
        "Te vaak een verkeerde code; wacht een minuut.", "Too many wrong codes; wait a minute."
    ),
}
_PANEL = {
    "workshop_title": Text("Werksessie", "Workshop"),
    "workshop_of": Text("Werksessie: {name}", "Workshop: {name}"),
    "lead": Text("Alle schermen volgen mij", "All screens follow me"),
    "lead_help": Text(
        "Wat jij bekijkt, zien alle deelnemers.", "What you look at, all participants see."
    ),
    "follow": Text("De begeleider volgen", "Follow the facilitator"),
    "following": Text("Je volgt de begeleider.", "You follow the facilitator."),
    "not_following": Text("Je kijkt zelf rond.", "You look around yourself."),
    "propose": Text("Voorstel doen", "Make a proposal"),
    "propose_here": Text("Voorstel over deze", "Propose about this"),
    "waiting": Text("Wachtende voorstellen", "Waiting proposals"),
    "waiting_none": Text("Er wachten geen voorstellen.", "No proposals are waiting."),
    "mine": Text("Mijn voorstellen", "My proposals"),
    "mine_none": Text("Je hebt nog niets voorgesteld.", "You have not proposed anything yet."),
    "decided": Text("Behandeld", "Dealt with"),
    "accept": Text("Aannemen", "Accept"),
    "refuse": Text("Afwijzen", "Refuse"),
    "edit": Text("Wijzigen", "Edit"),
    "undo_proposal": Text("Ongedaan maken", "Undo"),
    "withdraw": Text("Intrekken", "Withdraw"),
    "use_existing": Text("Dit is {name}", "This is {name}"),
    "looks_like": Text("Lijkt op {names}.", "Looks like {names}."),
    "same_as": Text("Bestaat al: {names}.", "Is there already: {names}."),
    "by": Text("van {name}", "by {name}"),
    "why": Text("Waarom? (mag leeg)", "Why? (may be empty)"),
    "save_accept": Text("Gewijzigd aannemen", "Accept as changed"),
    "show_on_map": Text("Laat zien", "Show"),
    "participants": Text("Deelnemers", "Participants"),
    "participants_none": Text("Er doet nog niemand mee.", "Nobody has joined yet."),
    "log": Text("Logboek", "Log"),
    "end": Text("Werksessie beëindigen", "End the workshop"),
    "end_sure": Text(
        "Na het beëindigen kan niemand meer meedoen of voorstellen doen. Het verslag blijft.",
        "After the end nobody can take part or propose any more. The report stays.",
    ),
    "end_yes": Text("Ja, beëindigen", "Yes, end it"),
    "ended": Text(
        "De werksessie is beëindigd. Dank je wel voor het meedoen.",
        "The workshop has ended. Thank you for taking part.",
    ),
    "report": Text("Verslag", "Report"),
    "how_to_join": Text("Doe mee", "Take part"),
    "join_at": Text("Ga naar {address} en vul de code in:", "Go to {address} and enter the code:"),
    "qr": Text("QR-code die naar {address} leidt", "QR code that leads to {address}"),
    "only_here": Text(
        "Alleen deze laptop kan meedoen. Start met: ledwerk workshop --host ADRES om de zaal toe "
        "te laten.",
        "Only this laptop can take part. Start with: ledwerk workshop --host ADDRESS to let the "
        "room in.",
    ),
    "none_running": Text(
        "Er is nu geen werksessie. Begin er een met het commando: ledwerk workshop",
        "There is no workshop now. Begin one with the command: ledwerk workshop",
    ),
    "earlier": Text("Eerdere werksessies", "Earlier workshops"),
    "you_are_in": Text(
        "Je doet mee als {name}. Op de pagina Netwerk kun je voorstellen doen.",
        "You take part as {name}. You can make proposals on the Network page.",
    ),
    "copied": Text("Gekopieerd", "Copied"),
    "open_network": Text("Open het netwerk", "Open the network"),
    "new_proposal": Text("Nieuw voorstel van {name}", "New proposal by {name}"),
    "was_accepted": Text("Aangenomen: {what}", "Accepted: {what}"),
    "was_refused": Text("Afgewezen: {what}", "Refused: {what}"),
    "was_undone": Text("Ongedaan gemaakt: {what}", "Undone: {what}"),
}
_STATES = {
    "state_unsent": Text(
        "bewaard op dit toestel; wordt verstuurd", "kept on this device; will be sent"
    ),
    "state_waiting": Text("wacht op de begeleider", "waits for the facilitator"),
    "state_accepting": Text("aangenomen, nog niet verwerkt", "accepted, not yet carried out"),
    "state_accepted": Text("aangenomen", "accepted"),
    "state_refused": Text("afgewezen", "refused"),
    "state_withdrawn": Text("ingetrokken", "withdrawn"),
    "state_undoing": Text("wordt ongedaan gemaakt", "being undone"),
    "state_undone": Text("ongedaan gemaakt", "undone"),
}
_FORM = {
    "form_title": Text("Voorstel doen", "Make a proposal"),
    "form_which": Text("Waar gaat het over?", "What is it about?"),
    "form_party": Text("Nieuwe partij", "New party"),
    "form_tie": Text("Wie werkt met wie", "Who works with whom"),
    "form_correction": Text("Verbetering", "Correction"),
    "name": Text("Naam", "Name"),
    "helix": Text("Helix", "Helix"),
    "partyKind": Text("Soort", "Kind"),
    "sme": Text("Klein of middelgroot bedrijf (mkb)", "Small or medium-sized enterprise"),
    "municipality": Text("Gemeente (mag leeg)", "Municipality (may be empty)"),
    "partnerIn": Text("Doet mee in (mag leeg)", "Takes part in (may be empty)"),
    "relation": Text("Wat voor band?", "What sort of tie?"),
    "relation_PARTNER_IN": Text("werkt mee in een project", "works in a project"),
    "relation_TENANT_OF": Text("is gevestigd op een campus", "is tenant of a campus"),
    "relation_OWNER_OF": Text("is eigenaar van een campus", "is owner of a campus"),
    "relation_MEMBER_OF": Text("is lid van", "is a member of"),
    "party": Text("Wie?", "Who?"),
    "other": Text("Met wie?", "With whom?"),
    "other_campus": Text("Welke campus?", "Which campus?"),
    "other_member": Text("Waarvan?", "Of what?"),
    "activity": Text("In welk project of programma?", "In which project or programme?"),
    "activity_help": Text(
        "Kies uit de lijst, of vul een nieuwe naam in.", "Choose from the list, or give a new name."
    ),
    "activityName": Text("Nieuw project", "New project"),
    "node": Text("Over wie of wat?", "About whom or what?"),
    "property": Text("Wat klopt er niet?", "What is not right?"),
    "property_remark": Text("Iets anders", "Something else"),
    "value": Text("Wat moet het zijn?", "What should it be?"),
    "remark": Text("Opmerking", "Remark"),
    "remark_optional": Text("Toelichting (mag leeg)", "Explanation (may be empty)"),
    "choose": Text("kies …", "choose …"),
    "choose_help": Text(
        "Typ een paar letters en kies met de pijltjes.",
        "Type a few letters and choose with the arrows.",
    ),
    "found": Text("{count} gevonden", "{count} found"),
    "nothing_found": Text("Niets gevonden", "Nothing found"),
    "chosen": Text("Gekozen: {name}", "Chosen: {name}"),
    "send": Text("Versturen", "Send"),
    "sent": Text("Je voorstel is verstuurd.", "Your proposal has been sent."),
    "kept": Text(
        "Geen verbinding: je voorstel is bewaard en wordt straks verstuurd.",
        "No connection: your proposal is kept and will be sent later.",
    ),
    "not_taken": Text("Niet verstuurd: {message}", "Not sent: {message}"),
}
# What is wrong, by the code of the problem; `{field}` is the field's own label.
_WRONG = {
    "wrong_REQUIRED": Text("{field}: vul dit in.", "{field}: fill this in."),
    "wrong_WRONG_KIND": Text(
        "{field}: kies een passende uit de lijst.", "{field}: choose a fitting one from the list."
    ),
    "wrong_UNKNOWN_NODE": Text(
        "{field}: die is er niet meer; kies opnieuw.",
        "{field}: that is there no more; choose again.",
    ),
    "wrong_SAME_NODE": Text(
        "{field}: twee keer dezelfde; kies een andere.",
        "{field}: the same twice; choose another.",
    ),
    "wrong_NOTHING_TO_DO": Text("{field}: dat staat er al.", "{field}: it says so already."),
    "wrong_TAKEN": Text(
        "Dit is al behandeld of bestaat al.", "This is dealt with or there already."
    ),
    "wrong_CHANGED_SINCE": Text(
        "Iemand anders heeft dit intussen gewijzigd; kijk nog eens.",
        "Somebody else changed this meanwhile; look again.",
    ),
}
_REPORT = {
    "report_title": Text("Verslag van de werksessie", "Report of the workshop"),
    "report_when": Text("Wanneer", "When"),
    "report_until": Text("{start} tot {end}", "{start} until {end}"),
    "report_still": Text("{start}, nog bezig", "{start}, still going on"),
    "report_by": Text("Begeleider", "Facilitator"),
    "report_numbers": Text("In cijfers", "In figures"),
    "report_added": Text("Aangenomen", "Accepted"),
    "report_refused": Text("Afgewezen", "Refused"),
    "report_open": Text("Niet behandeld", "Not dealt with"),
    "report_other": Text("Ingetrokken of ongedaan gemaakt", "Withdrawn or undone"),
    "report_agreements": Text("Afspraken", "Agreements"),
    "report_agreed": Text(
        "{via} brengt {source} in contact met {target}, vóór {due}",
        "{via} introduces {source} to {target}, by {due}",
    ),
    "report_none": Text("Geen.", "None."),
    "report_what": Text("Wat", "What"),
    "report_who": Text("Wie", "Who"),
    "report_time": Text("Tijd", "Time"),
    "report_state": Text("Stand", "State"),
    "report_why": Text("Toelichting", "Explanation"),
    "report_decided": Text("Besloten door", "Decided by"),
    "report_revision": Text("Wijziging", "Revision"),
    "report_picture": Text("Het netwerk na de werksessie", "The network after the workshop"),
    "report_xlsx": Text("Als Excel", "As Excel"),
    "report_pdf": Text("Beeld als PDF", "Picture as PDF"),
    "report_svg": Text("Beeld als SVG", "Picture as SVG"),
    "report_print": Text("Afdrukken", "Print"),
}
_EVENTS = {
    "event_started": Text("{who} begon de werksessie", "{who} began the workshop"),
    "event_opened": Text("{who} begeleidt", "{who} facilitates"),
    "event_joined": Text("{who} doet mee", "{who} joined"),
    "event_proposed": Text("{who} stelt voor: {what}", "{who} proposes: {what}"),
    "event_withdrawn": Text("{who} trekt in: {what}", "{who} withdraws: {what}"),
    "event_accepting": Text("{who} besluit: aannemen – {what}", "{who} decides: accept – {what}"),
    "event_accepted": Text("Verwerkt: {what}", "Carried out: {what}"),
    "event_failed": Text("Kon niet verwerkt worden: {what}", "Could not be carried out: {what}"),
    "event_refused": Text("{who} wijst af: {what}", "{who} refuses: {what}"),
    "event_undoing": Text("{who} maakt ongedaan: {what}", "{who} takes back: {what}"),
    "event_undone": Text("Ongedaan gemaakt: {what}", "Taken back: {what}"),
    "event_kept": Text("Kon niet ongedaan gemaakt: {what}", "Could not be taken back: {what}"),
    "event_screen": Text("{who} toont een ander beeld", "{who} shows another view"),
    "event_ended": Text("{who} beëindigde de werksessie", "{who} ended the workshop"),
}
WORKSHOP_TEXTS: dict[str, Text] = {
    **_TOLD,
    **_JOINING,
    **_PANEL,
    **_STATES,
    **_FORM,
    **_WRONG,
    **_REPORT,
    **_EVENTS,
}
