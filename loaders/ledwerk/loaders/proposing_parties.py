"""Proposed rules for those who take part: organisations, where they lie, people, what they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ledwerk.loaders.notations import DATES, boolean_word, sure_date
from ledwerk.loaders.proposing_columns import Column, date_of, number_of
from ledwerk.loaders.proposing_tables import Sheet
from ledwerk.loaders.proposing_words import role_of, sphere_of, words_of
from ledwerk.loaders.proposing_yaml import Page, listed, scalar

# A register, the property that keeps its number, and what an id begins with.
REGISTERS = (("pic", "pic", "pic-"), ("kvk", "kvk", "kvk-"), ("ror", "ror", ""), ("vat", "vat", "vat-"),
             ("register", "", "reg-"), ("party_id", "", ""))  # fmt: skip
_COUNTRIES = {
    "NL": "nederland netherlands niederlande pays bas nederlanderna paises bajos the netherlands",
    "BE": "belgie belgium belgien belgique belgica", "DE": "duitsland germany deutschland allemagne tyskland alemania",
    "FR": "frankrijk france frankreich frankrike francia", "GB": "verenigd koninkrijk united kingdom grossbritannien royaume uni storbritannien reino unido uk",
    "SE": "zweden sweden schweden suede sverige suecia", "ES": "spanje spain spanien espagne espana",
    "IT": "italie italy italien italia", "DK": "denemarken denmark danemark danmark dinamarca",
    "NO": "noorwegen norway norwegen norvege norge noruega", "FI": "finland finlande finnland",
    "AT": "oostenrijk austria osterreich autriche osterrike", "CH": "zwitserland switzerland schweiz suisse suiza",
    "LU": "luxemburg luxembourg", "PL": "polen poland pologne polonia", "PT": "portugal", "IE": "ierland ireland irland irlande",
    "GR": "griekenland greece griechenland grece grekland grecia el", "CZ": "tsjechie czech republic czechia tschechien",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A table's part of the proposal: what its columns need said, and its rules."""

    sheet: Sheet
    prefix: str  # of ids that a source's own numbers make
    cleaning: dict[str, list[str]] = field(default_factory=dict)
    added: dict[str, str] = field(default_factory=dict)
    unpivot: list[str] = field(default_factory=list)
    each: str = ""
    nodes: Page = field(default_factory=Page)
    relations: Page = field(default_factory=Page)
    doubts: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def use(self, title: str) -> str:
        """A column that a rule reads; its title, ready to stand in YAML."""
        self.used.add(title)
        return scalar(title)

    def hole(self, title: str) -> str:
        """A column in a template."""
        self.used.add(title)
        return f"{{{title}}}"

    def clean(self, column: Column, *words: str) -> None:
        """What has to be said of a column's cells."""
        self.cleaning.setdefault(column.title, []).extend(words)

    def number(self, concept: str) -> str:
        """A column of numbers, with its notation said."""
        column = self.sheet.column(concept)
        found = number_of(column)
        if found:
            self._notation(column, "numbers", found.notation, found.wrong, found.doubt)
        return self.use(column.title)

    def date(self, concept: str) -> str:
        """A column of dates, with its notation said."""
        column = self.sheet.column(concept)
        found = date_of(column)
        if found:
            turned = tuple(self._turned(found.notation)) if concept == "end" else ()
            wrong = tuple(dict.fromkeys((*found.wrong, *turned)))
            self._notation(column, "dates", found.notation, wrong, found.doubt)
        return self.use(column.title)

    def _turned(self, notation: str) -> Iterator[str]:
        """Ends that lie before their beginning."""
        read = DATES[notation] if notation else sure_date
        if "start" not in self.sheet.meant:
            return
        for start, end in sorted(self.sheet.pairs("start", "end")):
            first, last = read(start) if start else "", read(end) if end else ""
            shorter = min(len(first), len(last))
            if shorter and last[:shorter] < first[:shorter]:
                yield end

    def _notation(
        self, column: Column, word: str, notation: str, wrong: tuple[str, ...], doubt: str
    ) -> None:
        if doubt:
            self.doubts.append(f"{column.title}: {doubt}")
        said = [f"{word}: {notation}"] if notation else []
        if wrong:
            said.append(f"missing: {listed((*column.missing, *wrong))}")
            self.doubts.append(
                f"{column.title}: {len(wrong)} different cells cannot be read and are left out"
            )
        self.clean(column, *said)


def party_id(draft: Draft, keys: tuple[str, ...]) -> str:
    """The id of a row's party: by the first register that all tables have, or else by its name."""
    sheet = draft.sheet
    for concept, _, prefix in REGISTERS:
        if concept not in keys or concept not in sheet.meant:
            continue
        column = sheet.column(concept)
        before = f"{draft.prefix}-" if concept == "party_id" else prefix
        if column.filled == 1.0 or "party" not in sheet.meant:
            return f"{before}{draft.hole(column.title)}"
        name = draft.hole(sheet.meant["party"])
        template = f"{before}{draft.hole(column.title)}"
        draft.added["party key"] = listed((template, name))
        return "{party key}"
    return draft.hole(sheet.meant["party"])


def organisation(draft: Draft, key: str, *, name: str = "") -> None:
    """The rule for a party, with every property that a column gives."""
    sheet, page = draft.sheet, draft.nodes
    name = name or sheet.meant.get("party", "")
    page.write_line(2, "- kind: Organisation")
    page.write_line(4, f"from: {sheet.name}")
    page.write_line(4, f"id: {scalar(key)}")
    page.write_line(4, "set:")
    if name:
        page.write_line(6, f"name: {draft.use(name)}")
    if "short" in sheet.meant:
        differs = f", differs: {scalar(name)}" if name else ""
        page.write_line(6, f"aliases: {{column: {draft.use(sheet.meant['short'])}{differs}}}")
    for concept, prop, _ in REGISTERS:
        if prop and concept in sheet.meant:
            page.write_line(6, f"{prop}: {draft.use(sheet.meant[concept])}")
    if "sme" in sheet.meant:
        _sme(draft)
    if "country" in sheet.meant:
        _country(draft)
    for concept, prop in (("address", "address"), ("website", "website")):
        if concept in sheet.meant and not (concept == "website" and sheet.about == "project"):
            page.write_line(6, f"{prop}: {draft.use(sheet.meant[concept])}")
            if concept == "website":
                web_address(draft)
    if "type" in sheet.meant:
        _sphere(draft)
    if not page.lines[-1].strip() or page.lines[-1].strip() == "set:":
        page.lines.pop()


def web_address(draft: Draft) -> None:
    """What is no address in a column of addresses is left out."""
    column = draft.sheet.column("website")
    draft.clean(column, r"find: '^(?:https?://)?[^\s/]+\.[^\s.]+\S*$'")


def _sme(draft: Draft) -> None:
    column = draft.sheet.column("sme")
    draft.nodes.write_line(6, f"sme: {draft.use(column.title)}")
    odd = [word for word in column.counts if boolean_word(word) not in {"yes", "no"}]
    if odd:
        draft.clean(column, f"missing: {listed(odd)}")


def _country(draft: Draft) -> None:
    column = draft.sheet.column("country")
    draft.nodes.write_line(6, f"country: {draft.use(column.title)}")
    meant = {word: code for word in column.counts if (code := _code(word)) and code != word}
    if meant:
        pairs = ", ".join(f"{scalar(word)}: {code}" for word, code in sorted(meant.items()))
        draft.clean(column, f"words: {{{pairs}}}", "otherwise: same")


def _code(word: str) -> str:
    small = words_of(word)
    return next(
        (code for code, names in _COUNTRIES.items() if small and f" {small} " in f" {names} "), ""
    )


def _sphere(draft: Draft) -> None:
    """Helix and kind by the words of the column of types, each of them written out."""
    column, page = draft.sheet.column("type"), draft.nodes
    known = {word: sphere_of(word) for word in column.counts}
    if not any(helix for helix, _ in known.values()):
        draft.doubts.append(f"{column.title}: none of its words says what helix a party is of")
        return
    draft.use(column.title)
    for prop, at in (("helix", 0), ("kind", 1)):
        page.write_line(6, f"{prop}:")
        page.write_line(8, f"column: {scalar(column.title)}")
        page.write_line(8, "words:")
        remarks = (
            (
                word,
                known[word][at],
                f"{number:,}×" if known[word][0] else f"{number:,}×; what is it?",
            )
            for word, number in column.counts.most_common()
        )
        page.write_words(10, remarks)
        page.write_line(8, "otherwise: nothing")
    unknown = [word for word, (helix, _) in known.items() if not helix]
    if unknown:
        draft.doubts.append(
            f"{column.title}: say what helix these are of: {', '.join(unknown[:8])}"
        )


def whereabouts(draft: Draft, key: str) -> None:
    """Where a party lies: in a municipality, or else at a place."""
    sheet = draft.sheet
    if "municipality" in sheet.meant:
        column = sheet.column("municipality")
        dutch = "gemeente" in words_of(column.title)
        part = f"{{{column.title}|municipality}}" if dutch else f"{{{column.title}}}"
        name = (
            f'"Gemeente {{{column.title}}}"'
            if dutch and not _says_so(column)
            else scalar(column.title)
        )
        draft.used.add(column.title)
        _node(draft, "Municipality", part, (f"name: {name}",))
        _lies(draft, key, f"municipality:{part}")
    if "city" in sheet.meant:
        column = sheet.column("city")
        land = draft.hole(sheet.meant["country"]) + "-" if "country" in sheet.meant else ""
        part = f"{land}{draft.hole(column.title)}"
        if column.share(str.isupper) > 0.5:
            draft.clean(column, "case: readable")
        said = [f"name: {scalar(column.title)}"]
        said += [f"country: {scalar(sheet.meant['country'])}"] if land else []
        if sheet.has("latitude", "longitude"):
            said += [
                f"latitude: {draft.number('latitude')}",
                f"longitude: {draft.number('longitude')}",
            ]
        _node(draft, "Place", part, said)
        _lies(draft, key, f"place:{part}")


def _says_so(column: Column) -> bool:
    return column.share(lambda word: word.casefold().startswith("gemeente")) > 0.5


def _node(draft: Draft, kind: str, key: str, said: Iterable[str]) -> None:
    draft.nodes.write_line(0, "")
    draft.nodes.write_line(2, f"- kind: {kind}")
    draft.nodes.write_line(4, f"from: {draft.sheet.name}")
    draft.nodes.write_line(4, f"id: {scalar(key)}")
    draft.nodes.write_line(4, f"set: {{{', '.join(said)}}}")


def _lies(draft: Draft, key: str, place: str) -> None:
    page = draft.relations
    page.write_line(2, "- kind: LOCATED_IN")
    page.write_line(4, f"from: {draft.sheet.name}")
    page.write_line(4, f"party: {scalar(f'organisation:{key}')}")
    page.write_line(4, f"place: {scalar(place)}")


def role_words(column: Column) -> Iterator[tuple[str, str, str]]:
    """The words of a column of roles, and what each means."""
    for word, number in column.counts.most_common():
        role = role_of(word)
        yield (
            word,
            role,
            f"{number:,}×" if role else f"{number:,}×; lead, partner or participant?",
        )


def people(draft: Draft, key: str) -> None:
    """Persons with what they do: on a board, or for a party."""
    sheet, page = draft.sheet, draft.relations
    name = draft.hole(sheet.meant["person"])
    _node(draft, "Person", name, (f"name: {scalar(sheet.meant['person'])}",))
    period = [f"{c}: {draft.date(c)}" for c in ("start", "end") if c in sheet.meant]
    does = [draft.use(sheet.meant[c]) for c in ("role", "function") if c in sheet.meant]
    if "board" in sheet.meant:
        _seat(draft, name, key, [*map("{}: {}".format, ("role", "function"), does), *period])
    elif key:
        said = [*(f"function: {one}" for one in does[-1:]), *period]
        page.write_line(2, "- kind: WORKS_FOR")
        page.write_line(4, f"from: {sheet.name}")
        page.write_line(4, f"person: {scalar(f'person:{name}')}")
        page.write_line(4, f"party: {scalar(f'organisation:{key}')}")
        if said:
            page.write_line(4, f"set: {{{', '.join(said)}}}")


def _seat(draft: Draft, name: str, key: str, said: list[str]) -> None:
    sheet, page = draft.sheet, draft.relations
    board = draft.hole(sheet.meant["board"])
    seat = f"{board}-{name}"
    _node(draft, "Board", board, (f"name: {scalar(sheet.meant['board'])}",))
    _node(draft, "Seat", seat, said)
    ends = [
        ("HOLDS", "holder", f"person:{name}", "seat", f"seat:{seat}"),
        ('"ON"', "seat", f"seat:{seat}", "board", f"board:{board}"),
    ]
    if key:
        ends.append(("FROM", "seat", f"seat:{seat}", "organisation", f"organisation:{key}"))
    for kind, one, first, other, second in ends:
        page.write_line(2, f"- kind: {kind}")
        page.write_line(4, f"from: {sheet.name}")
        page.write_line(4, f"{one}: {scalar(first)}")
        page.write_line(4, f"{other}: {scalar(second)}")
