"""The words of a page in one language, safe to stand in HTML."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from ledwerk.schema.fields import Text
from ledwerk.schema.statements import EDITS
from ledwerk.schema.vocabularies import HELIX, PARTY_KIND
from ledwerk.viz.days import day_of, day_said, moment_said
from ledwerk.viz.report_words import Shown, Tongue
from ledwerk.viz.seen_as import NOW, SeenAs
from ledwerk.viz.texts import said

SME = Text("mkb-bedrijf", "small or medium-sized firm")
ACTIONS: dict[str, Text] = {
    "load": Text("ingelezen", "loaded"),
    "create": Text("toegevoegd", "created"),
    "update": Text("gewijzigd", "changed"),
    "remove": Text("verwijderd", "removed"),
    "add": Text("toegevoegd", "added"),
    "merge": Text("samengevoegd", "merged"),
    "undo": Text("ongedaan gemaakt", "undone"),
    "edit": Text("bewerkt", "edited"),
    "unmerge": Text("uit elkaar gehaald", "taken apart"),
    "different": Text("uit elkaar gehouden", "told apart"),
    "not different": Text("niet meer uit elkaar gehouden", "told apart no more"),
    "accept": Text("aanvaard", "accepted"),
    "reject": Text("afgewezen", "rejected"),
    "confirm": Text("bevestigd", "confirmed"),
    "withdraw": Text("bron ingetrokken", "source withdrawn"),
    "erase": Text("persoon gewist", "person erased"),
}
TAKEN_BACK = Text("teruggenomen: revisie {numbers}", "taken back: revision {numbers}")
_TAKE_BACK = "take-back "


class PageWords:
    """Texts by name, with values in them, escaped: `words("away", n=2)`.

    `seen` is as of which moment, and believing whom, the pages that this one links to are shown.
    """

    def __init__(self, texts: Mapping[str, Text], lang: str, seen: SeenAs = NOW) -> None:
        self._texts = texts
        self.lang = lang
        self.seen = seen
        self.tongue = Tongue(lang)

    def __call__(self, name: str, /, **values: Shown) -> str:
        """A text, escaped as a whole."""
        return html.escape(self.tongue.say(self._texts[name], **values))

    def address(self, path: str, **query: str) -> str:
        """The address of a page in the language, seen as this one is; escaped."""
        pairs = [*query.items(), ("lang", self.lang)]
        return html.escape(self.seen.address(path, [pair for pair in pairs if pair[1]]))

    def plain(self, name: str) -> str:
        """A text as it is, not escaped."""
        return said(self._texts[name], self.lang)

    def text(self, name: str) -> Text:
        """A text in both languages, with its holes."""
        return self._texts[name]

    def names(self, names: Sequence[str], most: int = 6) -> str:
        """Names in one text, not escaped."""
        return self.tongue.names(names, most)

    def day(self, moment: str) -> str:
        """The day of a date or moment in words, not escaped."""
        return day_said(day_of(moment) if "T" in moment else moment, self.lang)

    def moment(self, at: str) -> str:
        """A moment in words, not escaped."""
        return moment_said(at, self.lang)

    def done(self, action: str, dataset: str, why: str) -> str:
        """What a revision did, in words, not escaped; the dataset of edits goes without saying."""
        word = said(ACTIONS[action], self.lang) if action in ACTIONS else action
        if action.startswith(_TAKE_BACK):
            numbers = action.removeprefix(_TAKE_BACK).split(",")
            word = self.tongue.say(TAKEN_BACK, numbers=self.names(numbers, 12))
        about = f"{word} ({dataset})" if dataset and dataset != EDITS else word
        return f"{about}: {why}" if why else about

    def kind(self, word: str) -> str:
        """What a side of a gap is called (sme, a helix, a kind of party), not escaped."""
        if word in {"sme", "mkb"}:
            return said(SME, self.lang)
        for vocabulary in (HELIX, PARTY_KIND):
            if word in vocabulary.values:
                return said(vocabulary.term(word).label, self.lang)
        return word
