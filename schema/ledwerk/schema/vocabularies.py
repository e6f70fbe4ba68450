"""The closed lists of words, with their labels, colours and shapes.

Colours are those of Okabe and Ito (2008), which colour-blind readers can tell apart; shapes
repeat what the colours say.
"""

from __future__ import annotations

from ledwerk.schema.fields import Term, Text, Vocabulary

HELIX = Vocabulary(
    "Helix",
    "The sphere of the triple helix that a party belongs to (Etzkowitz and Leydesdorff).",
    (
        Term("government", Text("overheid", "government"), "#0072B2", "square"),
        Term("industry", Text("bedrijfsleven", "industry"), "#E69F00", "dot"),
        Term("knowledge", Text("kennis en onderwijs", "knowledge"), "#009E73", "triangle"),
        Term("civil", Text("maatschappelijk", "civil society"), "#CC79A7", "star"),
        Term("hybrid", Text("gemengd", "hybrid"), "#56B4E9", "diamond"),
        Term("unknown", Text("onbekend", "unknown"), "#8C8C8C", "triangleDown"),
    ),
)

PARTY_KIND = Vocabulary(
    "PartyKind",
    "What sort of party it is; apart from its helix and its size.",
    (
        Term("company", Text("bedrijf", "company")),
        Term("bank", Text("bank", "bank")),
        Term("university", Text("universiteit", "university")),
        Term(
            "university_of_applied_sciences", Text("hogeschool", "university of applied sciences")
        ),
        Term("vocational_school", Text("mbo-instelling", "vocational school")),
        Term("secondary_school", Text("voortgezet onderwijs", "secondary school")),
        Term("primary_school", Text("primair onderwijs", "primary school")),
        Term("research_institute", Text("onderzoeksinstituut", "research institute")),
        Term("hospital", Text("ziekenhuis", "hospital")),
        Term("ministry", Text("ministerie", "ministry")),
        Term("national_government", Text("Rijk", "national government")),
        Term("province", Text("provincie", "province")),
        Term("municipality", Text("gemeente", "municipality")),
        Term("public_body", Text("overheidsdienst", "public body")),
        Term("chamber_of_commerce", Text("Kamer van Koophandel", "chamber of commerce")),
        Term("development_agency", Text("ontwikkelingsmaatschappij", "development agency")),
        Term("business_association", Text("ondernemersvereniging", "business association")),
        Term("network", Text("samenwerkingsverband", "network organisation")),
        Term("campus", Text("campus", "campus")),
        Term("group", Text("groep", "group")),
        Term("association", Text("vereniging of stichting", "association or foundation")),
        Term("other", Text("anders", "other")),
        Term("unknown", Text("onbekend", "unknown")),
    ),
)

PARTNER_ROLE = Vocabulary(
    "PartnerRole",
    "What a party is to a project or programme.",
    (
        Term("lead", Text("trekker", "lead")),
        Term("partner", Text("partner", "partner")),
        Term("participant", Text("deelnemer", "participant")),
    ),
)

FUNDING_STATE = Vocabulary(
    "FundingState",
    "How far a sum of money has come.",
    (
        Term("granted", Text("toegekend of besteed", "granted or spent")),
        Term("reserved", Text("gereserveerd", "reserved")),
        Term("asked_for", Text("aangevraagd", "asked for")),
    ),
)

BOARD_TYPE = Vocabulary(
    "BoardType",
    "What sort of body it is.",
    (
        Term("board", Text("bestuur", "board")),
        Term("core_team", Text("kernteam", "core team")),
        Term("steering_group", Text("stuurgroep", "steering group")),
        Term("programme_committee", Text("programmacommissie", "programme committee")),
        Term("staff", Text("staf", "staff")),
        Term("consultation", Text("overleg", "consultation")),
    ),
)

EVENT_TYPE = Vocabulary(
    "EventType",
    "What sort of event it is.",
    (
        Term("start", Text("start", "start")),
        Term("milestone", Text("mijlpaal", "milestone")),
        Term("agreement", Text("overeenkomst", "agreement")),
        Term("award", Text("prijs", "award")),
        Term("meeting", Text("bijeenkomst", "meeting")),
        Term("research", Text("onderzoek", "research")),
        Term("request", Text("aanvraag", "request")),
        Term("plan", Text("voornemen", "plan")),
        Term("ongoing", Text("doorlopend", "ongoing")),
    ),
)

INDICATOR_STATE = Vocabulary(
    "IndicatorState",
    "Whether a figure was observed, reckoned or hoped for.",
    (
        Term("observed", Text("gemeten", "observed")),
        Term("estimated", Text("geraamd", "estimated")),
        Term("target", Text("doel", "target")),
    ),
)

PROGRAMME_TYPE = Vocabulary(
    "ProgrammeType",
    "What sort of programme it is.",
    (
        Term("programme", Text("programma", "programme")),
        Term("line", Text("speerpunt", "programme line")),
        Term("sector_programme", Text("sectorprogramma", "sector programme")),
    ),
)

BASIS = Vocabulary(
    "Basis",
    "Why a statement is made: an editor wrote it, a source states it, somebody assessed it from "
    "common knowledge, it was derived from other statements, or it was read by a program and not "
    "yet reviewed. In this order one goes before the other where they conflict.",
    (
        Term("edited", Text("door een redacteur", "by an editor")),
        Term("stated", Text("vermeld", "stated")),
        Term("assessed", Text("ingeschat", "assessed")),
        Term("derived", Text("afgeleid", "derived")),
        Term("read", Text("gelezen, niet nagekeken", "read, not reviewed")),
    ),
)
