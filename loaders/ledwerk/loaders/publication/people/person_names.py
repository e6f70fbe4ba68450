"""What a person's name looks like in Dutch and English text: titles, given names, particles.

A name is two words or more, the last a surname; initials count as a given name. Titles are no part
of it. Shape alone does not tell "Peter Jansen" from "Groene Daken": a reader looks for names only
where people are named, and words that no person is called are refused here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledwerk.loaders.publication.parties.town_names import town_called
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.people.given_names import has_given_name

# Latin letters with all their marks: "Yıldırım", "Škoda", "Nguyễn".
_MARKED = [chr(at) for at in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_UPPER = "A-Z" + "".join(sign for sign in _MARKED if sign.isupper())
_LOWER = "a-z" + "".join(sign for sign in _MARKED if sign.islower())
_WORD = f"[{_UPPER}][{_LOWER}]+"

TITLES = (
    r"(?:(?:[Pp]rof(?:essor)?|[Dd]rs?|[Ii]r|[Ii]ng|[Mm]r|[Mm]rs|[Mm]s|[Mm]w|[Mm]evr|[Dd]hr|[Bb]c|"
    r"[Dd]ipl|[Ll]ic|[Bb]aron(?:es)?|[Jj]hr|[Mm]gr|[Cc]llr|[Rr]t [Hh]on|[Bb]aroness|[Ss]ir|"
    r"[Dd]ame|[Ll]ord|[Ll]ady|[Rr]ev|[Ee]m|[Dd]s|[Ee]rwt?|[Dd]ra|[Mm]me|[Cc]ounc|[Cc]apt|MP|MSP|TD|"
    r"[Bb]ailie|[Cc]ouncillors|[Cc]llrs|[Mm]essrs|[Pp]rofessors|[Dd]octors)\b\.?"
    r"(?:-[Ii]ng\.?)?|[Mm]evrouw|[Dd]e [Hh]er?en|[Dd]e [Dd]ames|[Dd]e [Hh]eer|[Hh]eer|"
    r"[Dd]octor|[Hh]\.c\.)"
)
_INITIALS = rf"(?:[{_UPPER}](?:[{_LOWER}]|h)?\.[ -]?){{1,9}}"
_GIVEN = rf"{_WORD}(?:[-'’]{_WORD})?"
_PARTICLE = (
    r"(?:[Vv]an|[Vv]on|[Vv]\.?[dD]?\.|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|"
    r"[Dd]u|[Tt]en|[Tt]er|[Tt]e|[Oo]p|[Ii]n|[Aa]an|[Uu]it|[Bb]ij|[Tt]ot|[Oo]nder|[Oo]ver|[Vv]oor|"
    r"[’'‘][tTnNsS]|[Hh]et|[Ll]e|[Ll]a|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Bb]en|[Ll]os|[Aa]f|[Aa]v|"
    r"[Zz]u[mr]?|ap|ab|ferch|[Aa]bu|[Vv]er|[Tt]hoe|[Dd]e l[ao]s?|[Vv]ande[nr]?|"
    r"[Ss]aint|[Ss]t\.?|[ÓO]|Ní|Nic|Uí|Ua)"
)
_SURNAME = (
    rf"(?:(?:[dD]['’][{_LOWER}]{{3,}}|(?:[dDlLO]['’])?(?:Mac|Mc|Fitz)?{_WORD}(?:['’]{_WORD})?)"
    rf"(?:[-–](?:(?:{_PARTICLE}[ -])*)(?:[dDlLO]['’])?(?:Mac|Mc)?{_WORD})*)"
)
_FAMILY = rf"(?:(?:{_PARTICLE} )*{_SURNAME})"
_POSTNOMINAL = r"(?:,? (?:MSc|BSc|MBA|PhD|MA|BA|LLM|MEng|OBE|CBE|MBE|RA|RE|EMBA|MPA)\b\.?)*"

# A name as its text; groups `titles` and `name`.
NAME = (
    rf"(?:(?P<titles>(?:{TITLES} ?)+) ?)?"
    rf"(?P<name>(?:{_INITIALS} ?(?:\({_GIVEN}(?: {_GIVEN})?\) )?|{_GIVEN} (?:{_INITIALS} ?)?)"
    rf"(?:(?:{_GIVEN} ){{0,2}}?{_FAMILY}(?: {_SURNAME})??)){_POSTNOMINAL}"
)
_NAME = re.compile(NAME)
_START = re.compile(rf"{NAME}(?=$|[\s,;:(–-]|\.(?:\s|$))")
# Not "uit Dordrecht" behind a name that is whole already: that is where somebody is from.
_PLACED = r"(?!(?:uit|in|bij|voor|over|onder|aan|op|tot|te) [A-ZÀ-Þ])"
_MORE = re.compile(rf" {_PLACED}(?:{_PARTICLE} ){{0,3}}{_SURNAME}(?![\w&])")
_ONE_MORE = re.compile(rf" {_SURNAME}(?![\w&-])(?! [{_UPPER}]| (?:and|en|&) [{_LOWER}])")
_TITLED = re.compile(rf"(?P<titles>(?:{TITLES} ?)+) ?(?P<name>(?:{_INITIALS} ?)?{_FAMILY})")

# What no surname is, though it has a capital at the beginning of a sentence.
_SMALL = re.compile(
    r"\s(?:De|Het|Een|The|In|Op|Bij|Er|Dit|Deze|Dat|Voor|Met|Ook|Wij|We|Zij|Hij|Na|Naar|Van|"
    r"This|These|On|At|It|They|For|With|And|En|Of)$"
)
# "van der Kamer" is a surname, whatever else a chamber is.
_AFTER_PARTICLE = re.compile(rf"\b{_PARTICLE} {_WORD}|-{_WORD}")
# Words that stand in names of organisations, places, functions and headings, never of people.
_NOBODY = re.compile(
    r"\b(?:[a-zà-ÿ]+(?:renbond|vakbond|agenda|programma|akkoord|visie|strategie|zaken|gemeenten|"
    r"verzekeraar|kring|koepel|makelaar|aannemer|bouwer|brouwer|transporteur|"
    r"verhuur|verbond|collectief|genootschap|kantoor|praktijk|handel|groep|team|commissie|fonds|"
    r"vereniging|stichting|bureau|federatie|fabriek|bedrijf|"
    r"bedrijven|centrum|school|universiteit|maatschappij|gieterij|kerij|derij|werij|organisatie|"
    r"corporatie|instelling|winkel|onderwijs|opleiding|(?<=[a-z]{3})dienst|voorziening|gilde)|gemeenten?|provincie|ministerie|"
    r"waterschap|hoogheemraadschap|stichting|vereniging|"
    r"co[öo]peratie|universiteit|university|college|hogeschool|school|scholen|academie|academy|"
    r"instituut|institute|ziekenhuis|hospital|campus|centrum|center|centre|bank|rabobank|"
    r"koophandel|chamber|commerce|groep|group|holding|bv|b\.v|nv|n\.v|ltd|plc|gmbh|inc|project|"
    r"programma|programme|program|bestuur|raad|staten|commander|constable|board|council|committee|commissie|team|kernteam|"
    r"stuurgroep|steering|redactie|directie|bureau|office|afdeling|department|dienst|service|"
    r"services|platform|netwerk|network|fonds|fund|foundation|trust|association|federation|"
    r"alliance|consortium|partners?|projectpartners|samenwerkingspartners|regio|region|"
    r"nederland|netherlands|limburg|brabant|holland|europa|europe|euregio|"
    r"colofon|voorwoord|inhoud|nieuwsbrief|jaarverslag|notulen|verslag|agenda|pagina|"
    r"fotografie|vormgeving|druk|tekst|foto|uitgave|website|telefoon|"
    r"januari|februari|juni|juli|augustus|september|oktober|november|december|"
    r"january|february|july|october|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|mevrouw|heer|dhr|mw|mevr|"
    r"chief|executive|officer|managing|vice|deputy|councillor|alderman|president|chancellor|"
    r"voorzitter|secretaris|penningmeester|directeur|wethouder|burgemeester|gedeputeerde|chair|"
    r"director|secretary|treasurer|mayor|manager|lid|leden|members?|vacature|vacancy|"
    r"sciences?|technology|technologies|engineering|energy|energie|water|life|smart|solutions|"
    r"systems|industries|international|machines?|bouw|zorg|health|innovatie|innovation|"
    r"sir|periode|tel|room|communications|algemeen|"
    r"samen|nieuwe|nieuw|onze|alle|wij|het|een|this|these|our|new|all|"
    r"haven|port|harbour|coast|city|county|district|borough|authority|town|federation|"
    r"shipping|education|basin|estuary|valley|catchment)\b",
    re.IGNORECASE,
)


# Words that may be surnames, but stand in names of firms, houses and places where nothing tells.
_HARDLY = re.compile(
    r"\b(?:street|straat|kade|laan|plein|kust|kamer|road|stad|stadhuis|gemeentehuis|raadhuis|"
    r"provinciehuis|gebouw|huis|hoeve|boerderij|kasteel|"
    r"kerk|park|weg|dijk|sluis|station|theater|museum|bibliotheek|hotel|zaal|zetel|postbus|house|"
    r"hall|building|laboratory|labs?|library|farms?|estate|dairy|foods?|textiles|joinery|logistics|"
    r"logistiek|transport|metaal|staal|techniek|zuivel|marine|salmon|growers|works|yard|studio|"
    r"press|media|agency|consult(?:ing|ancy|ants)?|advies|architecten|ingenieurs|zonen|sons|"
    r"dochters|daughters|brothers|gebroeders|limited|vzw|cvba|vof|cic|llp|roc|mbo|hbo|azm?|uz|umc|"
    r"camping|herberg|caf[eé]|jachthaven|restaurant|brasserie|strandpaviljoen|zorgboerderij|"
    r"ggd|ggz|lto|vno|mkb|unizo|voka|vdab|pom|ocmw|capital|ventures|partners|experts?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in a text: without titles, where it stands with them, whether it had any."""

    name: str
    start: int
    end: int
    titled: bool


def person_at(text: str, start: int = 0) -> PersonName | None:
    """The name that begins at a place of a text; None where no person's name does."""
    found = _START.match(text, start) or _TITLED.match(text, start)
    return _whole(text, found) if found else None


_COUPLE = re.compile(rf"(?P<titles>(?:{TITLES} ?)+)?(?P<first>{_GIVEN}) (?:en|and|&) ")


def couple_at(text: str, start: int = 0) -> tuple[PersonName, PersonName] | None:
    """Two who share a surname that is told once: "Cor en Mia Fabri" are Cor Fabri and Mia Fabri."""
    found = _COUPLE.match(text, start)
    if not found or not has_given_name(found["first"]):
        return None
    other = person_at(text, found.end())
    words = other.name.split() if other else []
    if other is None or other.titled or len(words) < _TWO or not has_given_name(words[0]):
        return None
    name = f"{tidy(found['first'])} {' '.join(words[1:])}"
    return PersonName(name, start, found.end("first"), bool(found["titles"])), other


_TWO = 2


def people_in(text: str, start: int = 0, end: int | None = None) -> list[PersonName]:
    """The names in a text, in order."""
    made = _people_in(text, start, end)
    for one in tuple(made):
        before = _GIVEN_BEFORE.search(text[max(start, one.start - _REACH) : one.start])
        shift = max(start, one.start - _REACH)
        pair = couple_at(text, shift + before.start("first")) if before else None
        if pair and pair[1].start == one.start:
            made.insert(made.index(one), pair[0])
    return made


_GIVEN_BEFORE = re.compile(rf"(?<![\w-])(?P<first>{_GIVEN}) (?:en|and|&) $")
_REACH = 40  # letters before a name in which the given name of another stands


def _people_in(text: str, start: int, end: int | None) -> list[PersonName]:
    until = len(text) if end is None else end
    made: list[PersonName] = []
    at = start
    while found := _NAME.search(text, at, until):
        person = _whole(text, found) if _at_word(text, found.start()) else None
        if person and (_led_in(person) or _goes_before(text, person.start)):
            person = None
        if person and person.end <= until:
            made.append(person)
            at = person.end
        else:
            at = _next_word(text, found.start())
    return made


def _whole(text: str, found: re.Match[str]) -> PersonName | None:
    """A match with the rest of its surname: "Jan Willem" goes on in "Jan Willem de Boer"."""
    end = found.end()
    last = found["name"].split()[-1]
    if "-" not in last and has_given_name(last) and found.re is not _TITLED:
        more = _MORE.match(text, end)
    else:
        more = _ONE_MORE.match(text, end)
    untitled = found.re is not _TITLED and not found["titles"]
    if untitled and _OPENS.match(found["name"]):
        return None
    name = found["name"] if not more else text[found.start("name") : more.end()]
    title = _TITLE_FIRST.match(name)
    if title and not more and found.re is not _TITLED:  # "Lord Hale" is called Hale
        return PersonName(tidy(name[title.end() :]), found.start(), end, True)
    if not is_person(found["name"]) or _goes_on(text, found):
        return None
    if more and not is_person(name):
        if re.fullmatch(FUNCTION_HEADS, more[0].strip(), re.IGNORECASE) is None:
            return None  # "Peter Bakker Groep" is nobody
        more = None
        name = found["name"]
    return PersonName(tidy(name), found.start(), more.end() if more else end, bool(found["titles"]))


# Small words with a capital that begin a sentence, and no name: "In de Uitvoeringsagenda".
_OPENS = re.compile(
    r"(?:In|Op|Met|Voor|Aan|Bij|Uit|Na|Tot|De|Het|Een|Er|Dit|Dat|Deze|Als|Ook|Over|Onder|Tijdens|"
    r"Door|Naar|The|On|At|By|For|From|With|To|Of|This|That|These|As|After|Before|During|Under) "
)
_CAPITALS = re.compile(r"(?: [A-ZÀ-Þ][\w&'’-]{0,40}){1,8}")


_TITLE_FIRST = re.compile(rf"{TITLES} ")


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether capitals behind it tell that it is a party's: "Northern Marches Growth Network"."""
    if found["titles"] or has_given_name(found["name"]):
        return False
    behind = _CAPITALS.match(text, found.end())
    words = behind[0].split() if behind else []
    parties = [word for word in words if _NOBODY.fullmatch(word)]
    return any(re.fullmatch(FUNCTION_HEADS, word, re.IGNORECASE) is None for word in parties)


def _goes_before(text: str, start: int) -> bool:
    """Whether the word before a name makes it part of a longer one: "Stichting Groen Hart"."""
    if _MINISTRY.search(text[max(0, start - _REACH * 2) : start]):
        return True
    before = re.search(r"([^\W\d_]+) $", text[max(0, start - 40) : start])
    if not before or not before[1][0].isupper():
        return False
    role = _ENDS_FUNCTION.search(text[max(0, start - 40) : start])
    return _NOBODY.fullmatch(before[1]) is not None and role is None


# "Department for Energy Security and Net Zero"
_MINISTRY = re.compile(
    r"\b(?:[Dd]epartment|[Mm]inistry|[Mm]inisterie) (?:for|of|van) (?:the )?[A-ZÀ-Þ][\w-]*"
    r"(?:,? (?:(?:and|en|&|of|van) )?[A-ZÀ-Þ][\w-]*){0,4} (?:and|en|&) $"
)
_ENDS_FUNCTION = re.compile(rf"(?<![\w-])[a-zà-ÿ-]*(?:{FUNCTION_HEADS}) $", re.IGNORECASE)


def _led_in(person: PersonName) -> bool:
    """Whether the first word only leads in a name: "Volgens Jan Smit", "Lector Ria Bos"."""
    words = person.name.split()
    if words[0] in _OPENERS:
        return True
    if person.titled or len(words) < 2 or has_given_name(words[0]):
        return False
    return (
        has_given_name(words[1])
        or re.fullmatch(FUNCTION_HEADS, words[0], re.IGNORECASE) is not None
    )


_OPENERS = frozenset({
    "Ook", "Zo", "Daarnaast", "Verder", "Sinds", "Volgens", "Met", "Namens", "Dank", "Naast",
    "Behalve", "Samen", "Aldus", "Toen", "Dit", "Hier", "Zelfs", "Waar", "Ondernemer", "Also",
    "With", "Says", "Meanwhile", "Like", "Here", "Thanks", "Besides", "Together", "Then", "Even",
    "While", "When", "After", "Before", "As", "By", "From", "Under", "Since",
})  # fmt: skip


def _at_word(text: str, at: int) -> bool:
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "-'’&")


def _next_word(text: str, at: int) -> int:
    space = re.compile(r"[\s(\[/\"“‘,;:]").search(text, at + 1)
    return space.end() if space else len(text)


def is_surely(person: PersonName) -> bool:
    """Whether a name is a person's by itself: by title, initials, particle or given name."""
    return (
        person.titled
        or has_given_name(person.name)
        or "." in person.name.split()[0]
        or re.search(r"\s(?:van|de|der|den|ter|ten|te|von|el|al|'t)\s", person.name) is not None
    )


def is_person(name: str) -> bool:
    """Whether something in the shape of a name can be a person's."""
    if _SMALL.search(name) or (" " in name and town_called(name)):
        return False  # "Den Haag" is nobody
    bare = _AFTER_PARTICLE.sub("", name)
    if _NOBODY.search(bare):
        return False
    return has_given_name(name) or _HARDLY.search(bare) is None


def bare_name(text: str) -> str | None:
    """The name if a text is nothing but a person's name, titles left off; otherwise None."""
    text = " ".join(text.split()).strip(" ,;.:")
    for pattern in (_NAME, _TITLED):
        match = pattern.fullmatch(text) or pattern.fullmatch(f"{text}.")
        if match and is_person(match["name"]):
            return tidy(match["name"])
    return None


_CALLED = re.compile(rf"^{_INITIALS} ?\((?P<given>{_GIVEN}(?: {_GIVEN})?)\) ")


def tidy(name: str) -> str:
    """A name with one space between its words; "A.M. (Annemiek) Smit" is called Annemiek Smit."""
    plain = " ".join(name.replace("’", "'").replace("‘", "'").split())
    return _CALLED.sub(r"\g<given> ", plain)
