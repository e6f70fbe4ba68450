"""What a rule sets: properties to columns, templates or constants, each checked by its type."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ledwerk.loaders.cells import Cleaning
from ledwerk.loaders.columns import Kind
from ledwerk.loaders.mapping import Setting, Slot, TableRule, Template
from ledwerk.loaders.mapping_columns import CLEANING, Scope, read_cleaning
from ledwerk.loaders.yaml_nodes import Written, did_you_mean, near
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import LIST_SEPARATOR, Shape
from ledwerk.schema.kinds import NodeKind, Property

_TEXTS = ("column", "columns", "template", "value")
_ONLY_FOR = {
    "numbers": (Shape.NUMBER, Shape.INTEGER),
    "factor": (Shape.NUMBER, Shape.INTEGER),
    "dates": (Shape.DATE,),
    "split": (Shape.LIST,),
    "columns": (Shape.LIST,),
}


def read_settings(
    scope: Scope, table: TableRule, kind: Kind, rule: Written, *, any_kind: bool = False
) -> tuple[Setting, ...]:
    """The settings of a rule, in the order in which a statement keeps its properties.

    A rule of `any_kind` sets what the kind of a row has.
    """
    properties = {prop.name: prop for prop in kind.properties}
    fixed = dict(kind.fixed) if isinstance(kind, NodeKind) else {}
    at = rule.pairs().get("set")
    if at and at.sort == "scalar" and at.text() == "same":
        return _same(scope, table, kind, at)
    made: list[Setting] = []
    written = at.pairs() if at else {}
    several = {p.name for kind in _like(scope, kind) for p in kind.properties} if any_kind else ()
    for name, value in written.items():
        if any_kind and name in several and (name not in properties or name in fixed):
            continue
        if name not in properties:
            value.problem(f"{kind.name} has no property {name!r}{near(name, properties)}")
        elif name in fixed:
            value.problem(f"is always {fixed[name]} for a {kind.name}; leave it out")
        else:
            setting = _setting(scope, table, properties[name], value)
            made += [setting] if setting else []
    for prop in kind.properties:
        if prop.required and prop.name not in written and not any_kind:
            rule.problem(f"{kind.name} needs {prop.name}; set it")
    return tuple(sorted(made, key=lambda setting: setting.property.name))


def _like(scope: Scope, kind: Kind) -> Sequence[Kind]:
    """Every kind of the sort: nodes, or relations."""
    return scope.model.nodes if isinstance(kind, NodeKind) else scope.model.relations


def _same(scope: Scope, table: TableRule, kind: Kind, at: Written) -> tuple[Setting, ...]:
    """Every property from the column that has its name, as our own tables have them."""
    fixed = dict(kind.fixed) if isinstance(kind, NodeKind) else {}
    made = []
    for prop in sorted(kind.properties, key=lambda one: one.name):
        slot = scope.slot(table, prop.name, at)
        if slot is None or prop.name in fixed:
            continue
        if prop.type.shape is Shape.LIST and not slot.cleaning.split:
            slot = replace(slot, cleaning=replace(slot.cleaning, split=re.escape(LIST_SEPARATOR)))
        made.append(Setting(prop, ((slot,),), slot.cleaning, None, at.line))
    return tuple(made)


def _setting(scope: Scope, table: TableRule, prop: Property, written: Written) -> Setting | None:
    if written.sort == "scalar":
        text = written.text()
        way = "template" if "{" in text or "}" in text else "column"
        return _made(scope, table, prop, written, {way: written})
    fields = written.fields((*_TEXTS, *CLEANING, "differs"))
    if written.sort != "mapping":
        return None
    if sum(word in fields for word in _TEXTS) != 1:
        written.problem(f"needs exactly one of {', '.join(_TEXTS)}")
        return None
    for word, shapes in _ONLY_FOR.items():
        if word in fields and prop.type.shape not in shapes:
            kinds = " or ".join(shape.value for shape in shapes)
            fields[word].problem(f"is for a {kinds}; {prop.name} is a {prop.type.shape.value}")
    return _made(scope, table, prop, written, fields)


def _made(
    scope: Scope, table: TableRule, prop: Property, at: Written, fields: Mapping[str, Written]
) -> Setting | None:
    before = len(at.problems)
    texts = _texts(scope, table, fields)
    cleaning = Cleaning()
    if "column" in fields or "columns" in fields:
        texts = tuple(_cleaned(text, fields) for text in texts)
        slot = next((part for text in texts for part in text if isinstance(part, Slot)), None)
        cleaning = slot.cleaning if slot else cleaning
    elif word := next((word for word in CLEANING if word in fields), ""):
        fields[word].problem("is for a column; say it under columns of the table")
    _check_words(prop, at, cleaning, fields)
    differs = fields.get("differs")
    other = scope.slot(table, differs.text(), differs) if differs else None
    if len(at.problems) > before:
        return None
    return Setting(prop, texts, cleaning, other, at.line)


def _cleaned(text: Template, fields: Mapping[str, Written]) -> Template:
    """A column as the table cleans it, with what the setting says itself."""
    return tuple(
        replace(part, cleaning=read_cleaning(fields, part.cleaning))
        if isinstance(part, Slot)
        else part
        for part in text
    )


def _texts(scope: Scope, table: TableRule, fields: Mapping[str, Written]) -> tuple[Template, ...]:
    if "value" in fields:
        return ((fields["value"].text(),),)
    if "template" in fields:
        at = fields["template"]
        template = scope.template(table, at, at.text())
        return (template,) if template else ()
    at = fields["column"] if "column" in fields else fields["columns"]
    words = at.texts() if "columns" in fields else (at.text(),)
    return tuple((slot,) for word in words if (slot := scope.slot(table, word, at)))


def _check_words(
    prop: Property, at: Written, cleaning: Cleaning, fields: Mapping[str, Written]
) -> None:
    """Words that stand for values, and constants, can be read by the property's type."""
    own = fields["words"].pairs() if "words" in fields else {}
    for word, meant in cleaning.words:
        _check_value(prop, own.get(word, at), meant)
    if cleaning.otherwise not in {None, "same", "nothing"}:
        _check_value(prop, fields.get("otherwise", at), str(cleaning.otherwise))
    if "value" in fields:
        _check_value(prop, fields["value"], fields["value"].text())


def _check_value(prop: Property, at: Written, text: str) -> None:
    try:
        prop.type.read(text)
    except InvalidValue as error:
        words = prop.type.vocabulary.values if prop.type.vocabulary else ()
        hint = did_you_mean(text, words)
        at.problem(f"{prop.name}: {error}{f'; {hint}' if hint else ''}")
