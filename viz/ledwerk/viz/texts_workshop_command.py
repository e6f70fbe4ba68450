"""What `ledwerk workshop` says in the terminal."""

from __future__ import annotations

from ledwerk.schema.fields import Text

COMMAND_TEXTS: dict[str, Text] = {
    "title": Text("Werksessie {day}", "Workshop {day}"),
    "facilitator": Text("Begeleider", "Facilitator"),
    "who_may": Text("Wie mag meedoen?", "Who may take part?"),
    "only_here": Text("Alleen deze laptop", "This laptop only"),
    "room": Text(
        "De zaal, via het netwerk met adres {address}",
        "The room, through the network with address {address}",
    ),
    "choose": Text("Kies een nummer [1]: ", "Choose a number [1]: "),
    "not_a_choice": Text(
        "“{given}” staat er niet bij; kies 1 tot {most}",
        "“{given}” is not among them; choose 1 to {most}",
    ),
    "begun": Text("{name}: begonnen", "{name}: begun"),
    "resumed": Text(
        "{name}: gaat verder waar ze gebleven was", "{name}: goes on where it had come to"
    ),
    "finished": Text(
        "Alsnog verwerkt wat bij het stoppen al besloten was: {count}",
        "Carried out now what was decided when it stopped: {count}",
    ),
    "join": Text("Meedoen:     {address}", "Join:            {address}"),
    "code": Text("Code:        {code}", "Code:            {code}"),
    "closed": Text(
        "Alleen deze laptop kan erbij; de zaal niet.",
        "Only this laptop can reach it; not the room.",
    ),
    "yours": Text(
        "Jouw pagina: {address}  (niet delen)", "Your page:       {address}  (do not share)"
    ),
    "stop": Text(
        "Ctrl-C stopt; de werksessie blijft open tot je haar op jouw pagina beëindigt.",
        "Ctrl-C stops; the workshop stays open until you end it on your page.",
    ),
}
