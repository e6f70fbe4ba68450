"""The words of the page on which people review what a program read."""

from __future__ import annotations

from ledwerk.schema.fields import Text

REVIEW_TEXTS: dict[str, Text] = {
    "rv_title": Text("Nakijken", "Review"),
    "rv_lead": Text(
        "Dit las een programma, en niemand heeft het nog nagekeken. Wat je aanvaardt telt als "
        "vermeld; wat je afwijst verdwijnt, en komt met opnieuw inlezen niet terug.",
        "A program read this, and nobody has reviewed it yet. What you accept counts as stated; "
        "what you reject goes, and does not come back when it is loaded again.",
    ),
    "rv_none": Text(
        "Er is niets na te kijken. Wat een programma las komt hier na: "
        "ledwerk load MAP --unreviewed",
        "There is nothing to review. What a program read comes here after: "
        "ledwerk load FOLDER --unreviewed",
    ),
    "rv_readers": Text(
        "Log in als redacteur om te aanvaarden of af te wijzen.",
        "Sign in as an editor to accept or reject.",
    ),
    "rv_keys": Text(
        "Met het toetsenbord, op een rij: pijl omhoog en omlaag, spatie kiest, A aanvaardt, "
        "X wijst af.",
        "With the keyboard, on a row: arrow up and down, space chooses, A accepts, X rejects.",
    ),
    "rv_tables": Text("Tabellen", "Tables"),
    "rv_all": Text("Alles", "Everything"),
    "rv_count": Text("{n} na te kijken", "{n} to review"),
    "rv_choose": Text("Kies", "Choose"),
    "rv_choose_row": Text("Kies {about}", "Choose {about}"),
    "rv_what": Text("Wat er gelezen is", "What was read"),
    "rv_where": Text("Waar", "Where"),
    "rv_decide": Text("Besluit", "Decide"),
    "rv_confidence": Text("zekerheid {value}", "confidence {value}"),
    "rv_unsure": Text("zekerheid onbekend", "confidence unknown"),
    "rv_accept": Text("Aanvaard", "Accept"),
    "rv_reject": Text("Wijs af", "Reject"),
    "rv_accept_this": Text("Aanvaard {about}", "Accept {about}"),
    "rv_reject_this": Text("Wijs {about} af", "Reject {about}"),
    "rv_chosen": Text("{n} gekozen", "{n} chosen"),
    "rv_accept_chosen": Text("Aanvaard gekozen", "Accept chosen"),
    "rv_reject_chosen": Text("Wijs gekozen af", "Reject chosen"),
    "rv_choose_all": Text("Kies met zekerheid vanaf", "Choose with a confidence from"),
    "rv_any": Text("elke", "any"),
    "rv_accepted": Text("{n} aanvaard.", "{n} accepted."),
    "rv_rejected": Text("{n} afgewezen.", "{n} rejected."),
    "rv_undo": Text("Ongedaan maken", "Undo"),
    "rv_undone": Text("Teruggezet; de pagina wordt vernieuwd.", "Put back; the page is renewed."),
    "rv_earlier": Text("Eerdere", "Earlier"),
    "rv_later": Text("Volgende", "Next"),
    "rv_page": Text("{first} tot {last} van {total}", "{first} to {last} of {total}"),
}
