"""How a report says things in a language: numbers, lists of names, one or more of something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ledwerk.schema.fields import Text
from ledwerk.schema.vocabularies import HELIX
from ledwerk.viz.texts import said

# “[heeft|hebben]”: the first where the value `n` is 1, else the second.
_CHOICE = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_OTHERS = Text("{names} en [één ander|{n} andere]", "{names} and [one other|{n} others]")
_AND = Text("{names} en {last}", "{names} and {last}")
_SWAP = str.maketrans(",.", ".,")

Shown = str | int | float


@dataclass(frozen=True, slots=True)
class Tongue:
    """One of the two languages, `nl` or `en`."""

    lang: str

    def say(self, words: Text, /, **values: Shown) -> str:
        """A sentence with values in it.

        "{n}" is a value, numbers as the language writes them; "[one|more]" goes by the value `n`.
        """
        template = said(words, self.lang)
        single = values.get("n") == 1
        template = _CHOICE.sub(lambda found: found[1] if single else found[2], template)
        return template.format(**{name: self.shown(value) for name, value in values.items()})

    def shown(self, value: Shown) -> str:
        """A text as it is, a number as people write it."""
        if isinstance(value, str):
            return value
        return self.number(value)

    def number(self, value: float, digits: int = 2) -> str:
        """Whole numbers in full, others with so many digits behind the comma; tiny ones as such."""
        if isinstance(value, int):
            text = f"{value:,}"
        elif value and abs(value) < 10**-digits / 2:
            text = f"{value:.1g}"
        else:
            text = f"{value:,.{digits}f}"
        text = text.translate(_SWAP) if self.lang == "nl" else text
        return text.replace("-", "−")

    def rounded(self, value: float) -> str:
        """A number without anything behind the comma."""
        return self.number(round(value))

    def percent(self, share: float) -> str:
        """A share as a percentage; one that is not 0 or all is never shown as such."""
        whole = round(100 * share)
        if share > 0 and whole == 0:
            return f"<{1}%"
        if share < 1 and whole == 100:
            return f">{99}%"
        return f"{whole}%"

    def euro(self, amount: float, currency: str = "EUR") -> str:
        """A sum of money, in millions where it is that large."""
        sign = "€ " if currency == "EUR" and self.lang == "nl" else "€"
        sign = sign if currency == "EUR" else f"{currency} "
        if abs(amount) >= 1_000_000:
            unit = "mln." if self.lang == "nl" else "million"
            return f"{sign}{self.number(amount / 1_000_000, 1)} {unit}"
        return f"{sign}{self.number(amount, 0 if float(amount).is_integer() else 2)}"

    def names(self, names: Sequence[str], most: int = 5) -> str:
        """A list of names; of more than `most` how many others there are."""
        if len(names) > most + 1:
            shown = ", ".join(names[:most])
            return self.say(_OTHERS, names=shown, n=len(names) - most)
        if len(names) < 2:
            return "".join(names)
        return self.say(_AND, names=", ".join(names[:-1]), last=names[-1])

    def helix(self, word: str) -> str:
        """A helix by its label; "" is an unknown one."""
        return said(HELIX.term(word or "unknown").label, self.lang)

    def word(self, word: str) -> str:
        """One of WORDS in the language; any other as it is."""
        return said(WORDS[word], self.lang) if word in WORDS else word


WORDS: dict[str, Text] = {
    "yes": Text("ja", "yes"),
    "no": Text("nee", "no"),
    "Project": Text("project", "project"),
    "Programme": Text("programma", "programme"),
    "Seat": Text("zetel", "seat"),
    "Board": Text("bestuur", "board"),
    "granted": Text("toegekend of besteed", "granted or spent"),
    "reserved": Text("gereserveerd", "reserved"),
    "asked_for": Text("aangevraagd", "asked for"),
    "unstated": Text("niet vermeld", "not stated"),
    "budget": Text("begroting", "budget"),
    "contribution": Text("bijdrage", "contribution"),
    "before": Text("ervoor", "before"),
    "during": Text("tijdens", "during"),
    "after": Text("erna", "after"),
    "ties": Text("banden", "ties"),
    "cross_ties": Text("banden met een andere helix", "ties to another helix"),
    "betweenness": Text("tussenpositie", "betweenness"),
    "degree": Text("aantal banden", "number of ties"),
    "adamic_adar": Text("Adamic–Adar", "Adamic–Adar"),
    "resource_allocation": Text("resource allocation", "resource allocation"),
    "adamic_adar_met": Text("Adamic–Adar over ontmoetingen", "Adamic–Adar over what was shared"),
    "resource_allocation_met": Text(
        "resource allocation over ontmoetingen", "resource allocation over what was shared"
    ),
    "degrees": Text("aantal banden (vergelijking)", "number of ties (baseline)"),
    "edited": Text("door een redacteur", "by an editor"),
    "stated": Text("vermeld in een bron", "stated by a source"),
    "assessed": Text("ingeschat", "assessed"),
    "derived": Text("afgeleid", "derived"),
    "read": Text("gelezen, niet nagekeken", "read, not reviewed"),
    "unsupported": Text("alleen genoemd bij iets anders", "only mentioned by something else"),
}


def colour(helix: str) -> str:
    """The colour of a helix."""
    return HELIX.term(helix or "unknown").colour
