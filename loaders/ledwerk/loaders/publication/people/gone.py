"""Who of those that a sentence names is there no longer: thanked, retired, followed up, former.

former person               oud-burgemeester Ria Bos, former member Ria Bos
goodbye to person           We namen afscheid van Ria Bos; I took over this chair from Ria Bos
person … retired            Ria Bos (Melkunie) stepped down in May; Ria Bos legde zijn zetel neer
until then worked person    Tot 1 juli werkte Ria Bos bij ons; Ria Bos, die tot mei lid was
"""

from __future__ import annotations

import re

from ledwerk.loaders.publication.layout.counting_words import MONTH
from ledwerk.loaders.publication.people.person_names import PersonName

_WORDS = r"(?:[\w’'-]+ ){0,3}"
_BEFORE = re.compile(
    rf"(?:\b(?:oud|ex|voormalige?|toenmalige?|gewezen|vroegere?|former|previous|erstwhile|"
    rf"wijlen|the late|then)[ -]{_WORDS}|"
    r"\b(?:afscheid (?:genomen )?van|na het (?:vertrek|afscheid|overlijden|aftreden) van|"
    r"(?:goodbye|farewell) to|(?:departure|retirement|resignation|death) of|"
    r"(?:took|taken|takes|taking) over [^.;,]{0,40}?from|"
    r"(?:neemt|nam|genomen) [^.;,]{0,30}?over van|"
    r"overgenomen van|in succession to|succeeding|in (?:the )?place of|ter vervanging van|"
    r"in de plaats van|(?:plaats|zetel|stoel|hamer) (?:inneemt|overneemt) van|"
    r"\bout goes|\bgoodbye,?|opvolger van|opvolgster van|successor (?:to|of)) "
    rf"(?:[a-zà-ÿ’'-]+ ){{0,3}})$",
    re.IGNORECASE,
)
_WENT = (
    r"(?:retired?|resigned|departed|stepped down|stood down|(?:has |have )?left|leaves|"
    r"bowed out|vertrok(?:ken)?|vertrekt|trad(?:en)? (?:\w+ ){0,3}?(?:af|terug)|"
    r"(?:legde|leggen|legden)\b[^.;]{1,60}?\bneer|"
    r"(?:heeft|hebben) [^.;]{1,60}?\b(?:neergelegd|opgezegd|overgedragen)|"
    r"(?:is|was|zijn|are) (?:niet langer|niet meer|no longer|geen [a-zà-ÿ]+ meer)|"
    r"nam(?:en)? (?:[\w’' -]{0,40} )?(?:afscheid|ontslag)|"
    r"stopte|stapte(?:n)? op|verliet(?:en)?|zwaaide(?:n)? af|ging(?:en)? met pensioen|"
    r"overleed|died|passed away|gaf(?: [^.;]{1,50})? (?:de hamer|het stokje)|"
    r"(?:danken|bedanken|thank\w*|is thanked|are thanked|wordt bedankt|worden bedankt))"
)
# Between a name and the verb stand his party, his function, or others who went as well.
_AFTER = re.compile(
    rf"(?:\s*\([^()]{{1,80}}\))?(?:,? (?:en|and|&) [^.;,()]{{3,60}}?|, [^.;()]{{3,80}}?,)?"
    rf" (?:also |ook |both |beiden? |then |zelf |who )?{_WENT}\b|"
    r"(?: \w+){0,4}? (?:ontslag nam|afscheid nam|aftrad|terugtrad|opstapte|opvolgt|opvolgde)\b"
)
_UNTIL = (
    r"(?:tot|until|till|up to) (?:(?:voor kort|vorig\w*|last \w+|the|eind|begin|medio)\b|"
    rf"\d|{MONTH})"
)
_UNTIL_BEFORE = re.compile(
    rf"\b{_UNTIL}[^.;,]{{0,30}}? (?:werkte|was|zat|diende|leidde)(?: \w+)? $", re.IGNORECASE
)
_UNTIL_AFTER = re.compile(
    rf",? (?:die|who)? ?[^.;]{{0,60}}?\b{_UNTIL}[^.;,]{{0,60}}? (?:was|zat|werkte|leidde)\b|"
    rf",? (?:die|who) (?:was|zat|werkte|served|sat|had)\b[^.;,]{{0,60}} {_UNTIL}|"
    rf", [^.;,]{{3,50}} {_UNTIL}[\w ]{{0,15}}(?=[,.;]|$)",
    re.IGNORECASE,
)


def is_gone(text: str, person: PersonName) -> bool:
    """Whether a sentence tells of somebody in it that he went, or was there before."""
    after = text[person.end : person.end + _FAR]
    return was_before(text, person) or _AFTER.match(after) is not None


def was_before(text: str, person: PersonName) -> bool:
    """Whether a sentence tells of somebody in it for what he was before, or until when."""
    before = text[max(0, person.start - _REACH) : person.start]
    after = text[person.end : person.end + _FAR]
    return any((
        _BEFORE.search(before), _UNTIL_BEFORE.search(before), _UNTIL_AFTER.match(after),
    ))  # fmt: skip


_REACH, _FAR = 100, 200
