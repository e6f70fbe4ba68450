"""Predicted ties, apart from everything that is a fact; and groups that work little together."""

from __future__ import annotations

from ledwerk.schema.fields import Text
from ledwerk.viz.report_parts import Column, Row, Section, Sort, Table
from ledwerk.viz.report_telling import Telling

_PREDICTED = (
    Column("one", Text("partij", "party"), Sort.NODE),
    Column("two", Text("en", "and"), Sort.NODE),
    Column("score", Text("score", "score"), Sort.FINE),
    Column("shared", Text("gemeenschappelijke relaties", "neighbours in common"), Sort.COUNT),
    Column("through", Text("onder wie", "among them"), Sort.NODES),
)
_QUALITY = (
    Column("score", Text("maat", "score"), Sort.WORD),
    Column("auc", Text("AUC", "AUC"), Sort.NUMBER),
    Column(
        "near_auc",
        Text("AUC onder wie iemand gemeen heeft", "AUC among those with a common neighbour"),
        Sort.NUMBER,
    ),
    Column("precision_100", Text("juist van de eerste 100", "right of the first 100"), Sort.SHARE),
    Column(
        "precision_1000", Text("juist van de eerste 1.000", "right of the first 1,000"), Sort.SHARE
    ),
)
_SHOWN = 10  # predictions on the page
_FEWEST = 100  # pairs, of which a test says something
_TITLE = Text(
    "Voorspeld, geen feit: wie misschien gaat samenwerken",
    "Predicted, not a fact: who may come to work together",
)
_QUALITY_TITLE = Text("Hoe goed zulke scores voorspelden", "How well such scores foretold")
_TOLD = Text(
    "Voorspeld, geen feit. Deze paren hebben geen band; wie veel dezelfde anderen kent, werkt "
    "vaker later samen (resource allocation). De score is geen kans en geen advies, en geen "
    "enkele andere maat in dit verslag telt voorspelde banden mee.",
    "Predicted, not a fact. These pairs have no tie; who knows many of the same others more often "
    "comes to work together (resource allocation). The score is no chance and no advice, and no "
    "other measure in this report counts predicted ties.",
)
_TESTED = Text(
    "Op de proef gesteld: uit wat vóór {cut} begon ({known} activiteiten) werd voorspeld wie "
    "daarna samen zou gaan werken ({n} [paar|paren] uit {later} activiteiten). Lukraak gokken "
    "onder wie iemand gemeen heeft, is in {chance} van de gevallen raak.",
    "Put to the test: from what began before {cut} ({known} activities) it was predicted who "
    "would come to work together afterwards ({n} [pair|pairs], of {later} activities). Guessing "
    "among those who have somebody in common is right in {chance} of cases.",
)
_FEW = Text(
    "Met zo weinig paren zegt die proef weinig.", "With so few pairs, that test says little."
)
_UNTESTED = Text(
    "Er is te weinig met een datum om de voorspelling op de proef te stellen.",
    "Too little has a date to put the prediction to the test.",
)


def predicted_section(telling: Telling) -> Section:
    """Who may come to work together, and how well such scores have foretold it."""
    rows = [
        Row(f"{one.one} {one.two}", (one.one, one.two, one.score, one.shared, one.through))
        for one in telling.found.predicted
    ]
    return Section(
        "predicted", Text("Voorspelde banden", "Predicted ties"),
        (telling.say(_TOLD), *_tested(telling)), (),
        (
            Table("predicted", _TITLE, _PREDICTED, rows, predicted=True, most=_SHOWN),
            Table("prediction_quality", _QUALITY_TITLE, _QUALITY, _quality(telling)),
        ),
        predicted=True,
    )  # fmt: skip


def _tested(telling: Telling) -> list[str]:
    """How the prediction was put to the test."""
    tested = telling.found.quality
    if tested is None or tested.chance is None:
        return [telling.say(_UNTESTED)]
    told = telling.say(
        _TESTED, cut=tested.cut, known=tested.known, n=tested.came, later=tested.later,
        chance=_fine(telling, tested.chance),
    )  # fmt: skip
    return [told, telling.say(_FEW)] if tested.came < _FEWEST else [told]


def _quality(telling: Telling) -> list[Row]:
    tested, rows = telling.found.quality, []
    for one in tested.qualities if tested is not None and tested.chance is not None else ():
        at = dict(one.precision)
        cells = (one.score.value, one.auc, one.near_auc, at.get(100), at.get(1000))
        rows.append(Row(one.score.value, cells))
    return rows


def _fine(telling: Telling, share: float) -> str:
    return f"{telling.tongue.number(100 * share, 1)}%"


_APART = (
    Column("one", Text("groep", "group"), Sort.NODE),
    Column("two", Text("en", "and"), Sort.NODE),
    Column("observed", Text("banden", "ties"), Sort.COUNT),
    Column("expected", Text("verwacht", "expected"), Sort.NUMBER),
    Column("p", Text("p", "p"), Sort.FINE),
    Column("adjusted", Text("p, gecorrigeerd", "p, corrected"), Sort.FINE),
)
_TITLES = {
    "sector": Text(
        "Sectoren die weinig met elkaar werken", "Sectors that work little with each other"
    ),
    "municipality": Text(
        "Gemeenten die weinig met elkaar werken", "Municipalities that work little with each other"
    ),
}
_LOOKED = {
    "sector": Text(
        "Van {of} paren sectoren [heeft|hebben] er {n} opvallend weinig banden met elkaar, naar "
        "wat hun bedrijvigheid zou geven (p, gecorrigeerd voor het aantal paren, onder 0,05).",
        "Of {of} pairs of sectors, {n} [has|have] strikingly few ties with each other, by what "
        "their activity would give (p, corrected for the number of pairs, below 0.05).",
    ),
    "municipality": Text(
        "Van {of} paren gemeenten [heeft|hebben] er {n} opvallend weinig banden met elkaar, naar "
        "wat hun bedrijvigheid zou geven (p, gecorrigeerd voor het aantal paren, onder 0,05).",
        "Of {of} pairs of municipalities, {n} [has|have] strikingly few ties with each other, by "
        "what their activity would give (p, corrected for the number of pairs, below 0.05).",
    ),
}
_NOT_APART = {
    "sector": Text(
        "Geen van de {of} paren sectoren heeft opvallend weinig banden met elkaar.",
        "None of the {of} pairs of sectors has strikingly few ties with each other.",
    ),
    "municipality": Text(
        "Geen van de {of} paren gemeenten heeft opvallend weinig banden met elkaar.",
        "None of the {of} pairs of municipalities has strikingly few ties with each other.",
    ),
}
_NONE = {
    "sector": Text(
        "Van te weinig partijen is bekend in welke sector zij werken om sectoren te vergelijken.",
        "Of too few parties is it known in which sector they are active to compare sectors.",
    ),
    "municipality": Text(
        "Van te weinig partijen is bekend in welke gemeente zij liggen om gemeenten te "
        "vergelijken.",
        "Of too few parties is it known in which municipality they are to compare municipalities.",
    ),
}


def apart_section(telling: Telling) -> Section:
    """Sectors and municipalities whose parties do not work together."""
    told, tables = [], []
    for name, found in telling.found.separations.items():
        if not found.pairs:
            told.append(telling.say(_NONE[name]))
            continue
        apart = sum(one.adjusted < 0.05 for one in found.pairs)
        words = _LOOKED if apart else _NOT_APART
        told.append(telling.say(words[name], n=apart, of=len(found.pairs)))
        rows = [
            Row(
                f"{one.one} {one.two}",
                (one.one, one.two, one.observed, one.expected, one.p, one.adjusted),
            )
            for one in found.pairs
        ]
        tables.append(
            Table(f"apart_{name}", _TITLES[name], _APART, rows, most=max(5, min(apart, 20)))
        )
    title = Text("Wie weinig met elkaar werkt", "Who works little with whom")
    return Section("apart", title, tuple(told), (), tuple(tables))
