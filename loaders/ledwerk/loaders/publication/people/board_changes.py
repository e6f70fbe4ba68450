"""Who leaves a board, who follows whom on it, and who would not: the words for that."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.layout.counting_words import MONTH
from ledwerk.loaders.publication.people.function_words import SEAT_ROLES

_ROLE = rf"(?P<role>{SEAT_ROLES})"

# Who was asked and did not want to has neither seat nor function here.
DECLINED = re.compile(
    r"\b(?:bedankt(?:e|en)? (?:\w+ )?voor de (?:eer|functie|zetel)|(?:zag|ziet|zagen) er ?van ?af|"
    r"(?:zag|ziet) af van|sloeg (?:\w+ )?(?:af|het aanbod)|wilde(?:n)? (?:\w+ )?niet|"
    r"niet beschikbaar|(?:nog )?geen lid\b(?! meer)|not (?:yet )?a member|heeft geweigerd|"
    r"weigerde|trok(?:ken)? zich terug|"
    r"declined to|declined the|turned (?:it|the (?:seat|offer|invitation)) down|turned down the|"
    r"withdrew|was not available|were not available|said no)\b",
    re.IGNORECASE,
)
LEAVING = re.compile(
    r"\b(?:afgetreden|aftredend|trad(?:en)? af|treedt af|treden af|teruggetreden|afscheid|"
    r"vertrokken|"
    r"vertrekt|verlaat|verliet|verlieten|opgestapt|neergelegd|legde? .{0,40}neer|stopt als|"
    r"stopte als|nam(?:en)? afscheid|uit \x01+|stepped down|steps down|resigned|resigns|retires|"
    r"retired (?:from|as|in)|left the|leaves|leaving|has left|stood down|stands down|overleden|"
    r"passed away|niet langer|no longer|geen lid meer|"
    r"(?:aangegeven|aangekondigd|besloten|wil|gaat|zal)(?: \w+){0,3}? (?:te )?stoppen|"
    r"be[ëe]indig\w+|mandaat (?:liep|loopt) af|ended (?:his|her) term|"
    r"(?:zat|zaten|was|waren|were|served|sat)\b[^.;]{0,60}? (?:tot|until|till|up to) (?:\d|voor "
    r"kort|"
    rf"vorig|last|{MONTH}|the end)|"
    r"(?:tot|until|up to) (?:\d[\w ]*|voor kort|vorig \w+|last \w+|[a-z]+(?: \d{4})?) (?:zat|"
    r"zaten|was|waren|served|sat))\b",
    re.IGNORECASE,
)
SUCCESSION = (
    re.compile(
        r"\b(?:opgevolgd door|opvolg(?:er|ster)(?: (?:is|wordt|werd|heet))?|plaats wordt "
        r"ingenomen door|"
        r"vervangen door|afgelost door|plaats (?:maakte?n? )?voor|made way for|succeeded by|"
        r"replaced by|followed by|successor(?: (?:is|was|will be))?|place is taken by|"
        r"in (?:zijn|haar|hun|his|her|their) (?:plaats|stead|place),? "
        r"(?:komt|kwam|benoemt|benoemde|koos|kiest|is|wordt|werd|comes|came|nominated|appointed|"
        r"elected|has (?:nominated|appointed))(?: [^.;,]{1,50}?)?|"
        r"(?:het stokje|de hamer|de voorzittershamer|het voorzitterschap|de zetel|the chair|the "
        r"gavel|the baton|the seat)(?: (?:van|of) \x01+)?"
        r"(?: [a-z0-9]+){0,4}? (?:aan|naar|to)(?: (?:zijn|haar|his|her) [a-z]+)?),?"
        r"\s+(?P<one>(?-i:[A-ZÀ-Þ]|[a-z]+ (?:[a-z]+ )?[A-ZÀ-Þ])\S.*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:ging|gaat|passed|passes|went|verhuist|verhuisde)\b[^.;]{0,40}? (?:over )?(?:van|"
        r"from) [^.;]{3,60}? (?:naar|op|to) (?P<one>(?-i:[A-ZÀ-Þ])\S.*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:has|have|hebben|heeft)(?: since| sinds\w*)? (?:nominated|appointed|voorgedragen|"
        r"benoemd|"
        r"elected) (?P<one>\S.*?) (?:in (?:his|her|their|zijn|haar) (?:place|stead|plaats))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?P<who>\S.+?),? (?:volgt|volgde|vervangt|verving|succeeds|succeeded|replaces|replaced|"
        rf"takes over from|took over from|(?:has|have) taken over from|"
        rf"takes the place of|took the place of|neemt de plaats in van|"
        rf"nam de plaats in van|neemt de plaats van|(?:is|wordt|werd) de opvolg(?:er|ster) van|"
        rf"nam het (?:stokje )?over van|neemt het (?:stokje )?over van)\b"
        rf".*?(?:(?:als|as)(?: (?:the|de))? {_ROLE})?(?=[.,]|$)",
        re.IGNORECASE,
    ),
)
ROLE_LEFT = re.compile(rf"\b(?:als|as|tot)(?: (?:de|het|the))? {_ROLE}\b", re.IGNORECASE)
