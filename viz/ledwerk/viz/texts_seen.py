"""Words about a view of another moment, or of what only some say."""

from __future__ import annotations

from ledwerk.schema.fields import Text

SEEN_TEXTS: dict[str, Text] = {
    "seen": Text("Ander moment, andere bronnen", "Another moment, other sources"),
    "seen_help": Text(
        "Zoals het netwerk toen bekend was, en met alleen wat je hier kiest, alsof de rest er niet "
        "is. Zonder keuze telt alles, van nu.",
        "As the network was known then, and with only what you choose here, as if the rest did not "
        "exist. Without a choice everything counts, as of now.",
    ),
    "seen_known": Text("Zoals bekend op", "As known on"),
    "seen_datasets": Text("Alleen van deze datasets", "Only from these datasets"),
    "seen_bases": Text("Alleen wat op deze gronden bekend is", "Only what is known in these ways"),
    "seen_reviewed": Text(
        "Zonder wat een programma las en niemand aanvaardde",
        "Without what a program read and nobody accepted",
    ),
    "seen_now": Text("Terug naar alles, van nu", "Back to everything, as of now"),
    "seen_no_editing": Text(
        "Hier kun je alleen kijken; wijzigen kan bij alles, van nu.",
        "Here one can only look; changes are made where everything is shown, as of now.",
    ),
    "state_known": Text("zoals bekend op {value}", "as known on {value}"),
    "state_trust_dataset": Text("dataset {value}", "dataset {value}"),
    "state_trust_source": Text("bron {value}", "source {value}"),
    "state_trust_basis": Text("grond: {value}", "basis: {value}"),
    "state_trust_reviewed": Text("zonder wat niet is nagekeken", "without what nobody reviewed"),
}
NOTE_KNOWN = Text("Zoals bekend op {moment}.", "As known on {moment}.")
NOTE_TRUST = Text(
    "Alleen {whom}, alsof de rest er niet is.", "Only {whom}, as if the rest did not exist."
)
