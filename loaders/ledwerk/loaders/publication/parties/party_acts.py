"""What only a party does: it pays, and it takes part."""

from __future__ import annotations

# An amount of money.
SUM = (
    r"(?:(?:[€£]|EUR|GBP|euro|pound)\s?\d|\d[\d.,]*(?:[mk]| (?:euro|miljoen|million|ton|pond|"
    r"pounds|thousand|duizend)\b)|(?:een|twee|drie|vier|vijf|half|anderhalf|one|two|half a) "
    r"(?:miljoen|million|ton)\b)"
)
# What is done with it.
GIVES = (
    r"(?:betaal\w*|leent|leende|financier\w*|subsidieer\w*|investeer\w*|legt|legde|steekt|stak|"
    r"stopt|stopte|draagt|droeg|zegde|zegt|keert|keerde|geeft|gaf|verstrekt\w*|kent|kende|trekt|"
    r"trok|reserveer\w*|schenkt|schonk|stelt|stelde|doet|deed|maakt|maakte|dekt|dekte|steunt|"
    r"steunde|ondersteunt|pays|paid|is paying|contribut\w+|grants|granted|invest(?:s|ed)|lends|"
    r"lent|chips in|chipped in|puts?|gives|gave|provid(?:es|ed)|commit(?:s|ted)|pledg(?:es|ed)|"
    r"award(?:s|ed)|fund(?:s|ed)|financ(?:es|ed)|match(?:es|ed)|is meeting|met|cover(?:s|ed)|"
    r"sets? aside|support(?:s|ed)|back(?:s|ed)|has (?:put|set|pledged|committed|given|awarded|"
    r"granted|contributed|promised|set aside|provided))"
)
GIVES_LAST = (
    r"(?:uitkeert|bijdraagt|betaalt|geeft|toezegde|heeft toegezegd|beschikbaar stelt|verstrekt|"
    r"investeert|steekt|legt)"
)
# What is done in a project or network.
ACTS = (
    r"(?:trekt (?:de kar|het project)|(?:is|was|zijn|waren|blijft|werd|are|were|became|remains) "
    r"(?:(?:de|een|ook|dan|the|an?|also|now|\w+) ){0,2}?(?:trekkers?|penvoerders?|kartrekkers?|"
    r"(?:project)?partners?|deelnemers?|lid|leden|members?|founding members?|lead(?: partner)?)|"
    r"heeft zich (?:teruggetrokken|aangesloten)|sloot zich aan|sloten zich aan|"
    r"(?:leads|led)(?=[;,.]| the| a| it| this)|joined (?:the|our) (?:project|consortium|"
    r"partnership|network|programme|alliance)|(?:takes|took|taking|is taking) part|"
    r"takes the lead|neemt (?:deel|het voortouw)|n[ae]men deel|nam (?:deel|het voortouw)|"
    r"(?:doet|deed|doen|deden) (?:\w+ )?mee\b|haakte[n]? aan|"
    r"which (?:withdrew|left|joined|pulled out|leads|pays|makes|supplies|employs))"
)
