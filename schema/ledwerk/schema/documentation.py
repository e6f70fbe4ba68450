"""The model as a page for people: kinds, columns, relations. Derived, never edited."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.schema.kinds import Model, Property
from ledwerk.schema.statements import STATEMENT_COLUMNS


def model_page(model: Model) -> str:
    """The page `docs/model.md`."""
    return "\n".join(_lines(model)) + "\n"


def _lines(model: Model) -> Iterator[str]:
    yield "# The model"
    yield ""
    yield "Made from `schema/` by `make data`; do not edit. Every table also has the columns:"
    yield ""
    yield from _table(STATEMENT_COLUMNS)
    yield ""
    yield "## Nodes"
    for kind in model.nodes:
        yield ""
        yield f"### {kind.name} · {kind.label.nl} · `{kind.table}.csv`"
        yield ""
        yield f"{kind.description} ({kind.maps_to}) Ids begin with `{kind.prefix}:`."
        fixed = {name for name, _ in kind.fixed}
        yield ""
        yield from _table(tuple(p for p in kind.properties if p.name not in fixed))
    yield ""
    yield "## Relations"
    for relation in model.relations:
        yield ""
        yield f"### {relation.name} · {relation.label.nl} · `{relation.table}.csv`"
        yield ""
        yield (
            f"`{relation.source_column}` ({', '.join(relation.source)}) → "
            f"`{relation.target_column}` ({', '.join(relation.target)}). "
            f"{relation.description} ({relation.maps_to})"
        )
        if relation.properties:
            yield ""
            yield from _table(relation.properties)


def _table(properties: tuple[Property, ...]) -> Iterator[str]:
    yield "| column | Nederlands | what | form |"
    yield "|---|---|---|---|"
    for prop in properties:
        form = prop.type.hint.en.replace("|", "\\|")
        yield f"| `{prop.name}` | {prop.label.nl} | {prop.description} | {form} |"


if __name__ == "__main__":
    import sys

    from ledwerk.schema.model import MODEL

    sys.stdout.write(model_page(MODEL))
