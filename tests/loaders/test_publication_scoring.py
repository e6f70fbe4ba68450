"""Scores of a reader: what counts as right, wrong, missed and not at all."""

from __future__ import annotations

from ledwerk.loaders.publication.scoring import Score, score
from ledwerk.schema.fields import Value
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, relation_key, said


def thing(kind: str, part: str, basis: str = "stated", **values: Value) -> Statement:
    """A statement about a node."""
    prefix = MODEL.node(kind).prefix
    return Statement("d", kind, f"{prefix}:{part}", said(values), basis=basis)


def tie(
    kind: str,
    source: str,
    target: str,
    basis: str = "stated",
    *,
    denied: bool = False,
    **values: Value,
) -> Statement:
    """A statement about a relation."""
    key = relation_key(MODEL.relation(kind), source, target, values)
    return Statement("d", kind, key, said(values), source, target, basis=basis, denied=denied)


def of(kind: str, scores: tuple[Score, ...]) -> Score:
    """The score of one kind of fact."""
    return next(one for one in scores if one.kind == kind)


GOLD = (
    thing("Organisation", "led", name="Limburg Economic Development (LED)"),
    thing("Organisation", "apg", name="APG"),
    thing("Organisation", "guess", "assessed", name="Guessed"),
    thing("Project", "x", name="Project X"),
    tie("PARTNER_IN", "organisation:apg", "project:x", role="lead"),
    tie("PARTNER_IN", "organisation:led", "project:x", "assessed"),
    thing("Person", "jan", name="Jan Smit"),
    thing("Board", "b", name="Bestuur", aliases=("Bestuur LED",)),
    thing("Seat", "s", role="voorzitter", function="directeur"),
    tie("HOLDS", "person:jan", "seat:s"),
    tie("ON", "seat:s", "board:b"),
    tie("FROM", "seat:s", "organisation:apg"),
)  # fmt: skip


def test_a_reader_who_reads_the_same_is_right_in_all() -> None:
    for one in score(GOLD, GOLD):
        assert not one.wrong
        assert not one.missed
        assert one.precision in (1.0, None)


def test_names_count_and_ids_do_not() -> None:
    found = (
        thing("Organisation", "1", "read", name="LED"),
        thing("Organisation", "2", "read", name="APG N.V."),
        thing("Project", "3", "read", name="project x"),
        tie("PARTNER_IN", "organisation:2", "project:3", "read", role="lead"),
    )
    scores = score(found, GOLD)
    assert of("Organisation", scores).right == 2
    assert of("PARTNER_IN", scores).right == 1
    assert of("PARTNER_IN.role", scores).right == 1


def test_wrong_and_missed_are_told_by_name() -> None:
    found = (thing("Organisation", "1", "read", name="Drukkerij De Pers"),)
    organisations = of("Organisation", score(found, GOLD))
    assert organisations.wrong == ("Drukkerij De Pers",)
    assert organisations.missed == ("APG", "Limburg Economic Development (LED)")
    assert (organisations.precision, organisations.recall) == (0.0, 0.0)


def test_what_the_text_does_not_state_counts_for_nobody() -> None:
    found = (
        thing("Organisation", "1", "read", name="Guessed"),
        thing("Organisation", "2", "read", name="LED"),
        thing("Project", "3", "read", name="Project X"),
        tie("PARTNER_IN", "organisation:2", "project:3", "read"),
    )
    scores = score(found, GOLD)
    assert (of("Organisation", scores).right, of("Organisation", scores).left_out) == (1, 1)
    partners = of("PARTNER_IN", scores)
    assert (partners.right, len(partners.wrong), partners.left_out) == (0, 0, 1)


def test_a_seat_is_known_by_holder_and_board() -> None:
    found = (
        thing("Person", "9", "read", name="Jan Smit"),
        thing("Board", "8", "read", name="Bestuur LED"),
        thing("Seat", "7", "read", role="lid", function="de directeur"),
        tie("HOLDS", "person:9", "seat:7", "read"),
        tie("ON", "seat:7", "board:8", "read"),
    )
    scores = score(found, GOLD)
    assert of("Seat", scores).right == 1
    assert of("Seat.role", scores).wrong == ("Jan Smit on Bestuur LED: lid",)
    assert of("Seat.function", scores).right == 1  # articles do not count
    assert len(of("FROM", scores).missed) == 1


def test_what_somebody_does_on_a_board_may_be_role_or_function_in_either_language() -> None:
    def seat(basis: str = "read", **said: Value) -> tuple[Statement, ...]:
        return (
            thing("Person", "9", basis, name="Jan Smit"),
            thing("Board", "8", basis, name="Bestuur LED"),
            thing("Seat", "7", basis, **said),
            tie("HOLDS", "person:9", "seat:7", basis),
            tie("ON", "seat:7", "board:8", basis),
        )

    gold = seat("stated", role="chair", function="mayor")
    scores = score(seat(role="voorzitter", function="mayor"), gold)
    assert (of("Seat.role", scores).right, of("Seat.function", scores).right) == (1, 1)
    scores = score(seat(function="chairwoman"), gold)
    assert (of("Seat.role", scores).right, of("Seat.function", scores).missed) == (
        1, ("Jan Smit on Bestuur LED: mayor",),
    )  # fmt: skip
    scores = score(seat(role="treasurer"), gold)
    assert of("Seat.role", scores).wrong == ("Jan Smit on Bestuur LED: treasurer",)


def test_a_kind_that_nobody_looked_for_is_not_judged() -> None:
    found = (*GOLD, thing("Place", "1", "read", name="Sittard"))
    scores = score(found, GOLD)
    assert of("Place", scores).precision is None
    assert of("Place", scores).left_out == 1
    assert of("all", scores).precision == 1.0


def test_figures_are_known_by_value_and_unit_as_often_as_they_are_there() -> None:
    gold = (
        thing("Indicator", "a", name="Banen", value=40.0, unit="banen"),
        thing("Indicator", "b", name="Groei", value=40.0, unit="%"),
        thing("Indicator", "c", name="Omzet", value=5.0, unit="EUR"),
    )
    found = (
        thing("Indicator", "1", "read", name="Nieuwe banen", value=40.0, unit="nieuwe banen"),
        thing("Indicator", "2", "read", name="Arbeidsplaatsen", value=40.0, unit="arbeidsplaatsen"),
        thing("Indicator", "3", "read", name="Groei", value=40.0, unit="procent"),
    )
    figures = of("Indicator", score(found, gold))
    assert (figures.right, len(figures.wrong), len(figures.missed)) == (2, 1, 1)


def test_money_is_known_by_payer_receiver_and_amount() -> None:
    names = (
        thing("Organisation", "p", name="Provincie"),
        thing("Project", "x", name="Project X"),
    )
    gold = (*names, tie("FUNDS", "organisation:p", "project:x", amount=100.0, currency="EUR"))
    other = (*names, tie("FUNDS", "organisation:p", "project:x", amount=90.0, currency="EUR"))
    assert of("FUNDS", score(gold, gold)).right == 1
    assert of("FUNDS", score(other, gold)).missed == ("Provincie → Project X: 100",)


def test_a_sum_paid_or_a_budget_is_not_judged_as_a_figure_again() -> None:
    gold = (
        thing("Organisation", "p", name="Provincie"),
        thing("Project", "x", name="Project X", budget=500.0),
        tie("FUNDS", "organisation:p", "project:x", amount=100.0, currency="EUR"),
        thing("Indicator", "a", name="Bijdrage", value=100.0, unit="EUR"),
        thing("Indicator", "b", name="Omzet", value=90.0, unit="EUR"),
    )
    found = (
        thing("Indicator", "1", "read", name="Budget", value=500.0, unit="EUR"),
        thing("Indicator", "2", "read", name="Omzet", value=90.0, unit="EUR"),
        thing("Indicator", "3", "read", name="Leden", value=100.0, unit="leden"),
    )
    figures = of("Indicator", score(found, gold))
    assert (figures.right, figures.wrong, figures.missed) == (1, ("Leden: 100 leden",), ())


def test_what_is_stated_and_denied_counts_for_nobody() -> None:
    gold = (*GOLD, tie("HOLDS", "person:jan", "seat:s", "derived", denied=True),
            Statement("d", "Seat", "seat:s", (), basis="derived", denied=True))  # fmt: skip
    seats = of("Seat", score(GOLD, gold))
    assert (seats.right, seats.left_out) == (0, 1)


def test_what_is_not_looked_for_is_missed_and_a_second_sum_leaves_it_out() -> None:
    gold = (*GOLD, thing("Goal", "g", name="Meer vaklieden"))
    scores = score(GOLD, gold)
    assert of("Goal", scores).recall == 0.0
    assert of("all that is read", scores).recall == 1.0
    everything = of("all", scores)
    assert everything.missed == ("Meer vaklieden",)
    assert everything.right == of("all that is read", scores).right
    assert "all that is read" not in [one.kind for one in score(GOLD, GOLD)]
