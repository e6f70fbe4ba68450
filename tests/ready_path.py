"""The second way to an answer: operations made ready, which must agree with execution by field."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any

import strawberry
from graphql import get_variable_values

from ledwerk.api.compiled import Compiled
from ledwerk.api.documents import Documents, Refused
from ledwerk.api.limits import Limits
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL

_WIDE = Limits(10**6, 10**3, 10**6, 10**6, 10**6, 10**12)


class ReadyPath:
    """Asks the same question the other way. `answered` counts how often there is that way."""

    def __init__(self, schema: strawberry.Schema, store: Store) -> None:
        self._schema = schema._schema
        self._documents = Documents(self._schema, _WIDE, introspection=True)
        self._compiled = Compiled(self._schema, MODEL, store)
        self.answered = 0

    def must_agree(
        self,
        text: str,
        variables: Mapping[str, Any],
        data: Any,
        errors: Sequence[Exception] | None,
    ) -> None:
        """Fails where the answer made ready is another than the one given."""
        try:
            operation = self._documents.operation(text, None)
        except Refused:
            assert errors, text
            return
        definitions = operation.node.variable_definitions or ()
        coerced = get_variable_values(self._schema, definitions, dict(variables))
        if isinstance(coerced, list):
            assert errors, text
            return
        for _ in range(2):  # made anew, and as it was kept
            found = asyncio.run(self._compiled.answer(operation, coerced.coerced, _any_cost))
            if found is not None:
                self.answered += 1
                assert not errors, (text, variables, errors)
                assert json.loads(found) == {"data": data}, (text, variables)


def _any_cost(*_: object) -> None:
    """Nothing is too expensive here."""
