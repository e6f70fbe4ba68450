"""The GraphQL types made so far, by name: how one is made with Strawberry without a class body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from keyword import iskeyword
from typing import Any

import strawberry
from strawberry import UNSET
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from ledwerk.api.words import enum_name
from ledwerk.schema.fields import Vocabulary
from ledwerk.schema.kinds import Model


@dataclass
class Types:
    """The types made so far, by name; annotations are looked up here."""

    model: Model
    known: dict[str, Any] = field(default_factory=dict)
    _texts: dict[str, StrawberryAnnotation] = field(default_factory=dict)
    _annotations: dict[str, dict[str, StrawberryAnnotation]] = field(default_factory=dict)

    def annotation(self, text: str) -> StrawberryAnnotation:
        """A type by its Python annotation, which may name types made later."""
        # One a text: what it is resolved to is kept with it, and looking it up is slow.
        if text not in self._texts:
            self._texts[text] = StrawberryAnnotation(text, namespace=self.known)
        return self._texts[text]

    def field(
        self, name: str, type_: str, description: str, arguments: Iterable[StrawberryArgument] = ()
    ) -> StrawberryField:
        """A field with that GraphQL name."""
        made = StrawberryField(
            python_name=f"{name}_" if iskeyword(name) else name,
            graphql_name=name,
            type_annotation=self.annotation(type_),
            description=description,
        )
        made.arguments = list(arguments)
        return made

    def argument(self, name: str, type_: str, description: str) -> StrawberryArgument:
        """An argument that may be left out when its type allows None."""
        return StrawberryArgument(
            python_name=name,
            graphql_name=name,
            type_annotation=self.annotation(type_),
            description=description,
            default=UNSET,
        )

    def make(
        self,
        name: str,
        description: str,
        fields: Iterable[StrawberryField],
        *,
        bases: tuple[str, ...] = (),
        interface: bool = False,
        inputs: bool = False,
    ) -> None:
        """Make a type known under its name; a field of a base may be given again."""
        space: dict[str, Any] = {"__annotations__": {}, "__module__": __name__}
        own: dict[str, StrawberryAnnotation] = {}
        for base in bases:
            own |= self._annotations[base]
        for one in fields:
            assert one.type_annotation is not None
            space[one.python_name] = one
            space["__annotations__"][one.python_name] = Any
            own[one.python_name] = one.type_annotation
        cls = type(name, tuple(self.known[base] for base in bases), space)
        decorate: Any = strawberry.interface if interface else strawberry.type
        if inputs:
            decorate = strawberry.input
        made = decorate(cls, name=name, description=description)
        for one in made.__strawberry_definition__.fields:
            # Strawberry looks names up in a module; ours are here, and some are made later.
            one.type_annotation = own[one.python_name]
        self.known[name] = made
        self._annotations[name] = own

    def make_input(self, name: str, description: str, fields: Iterable[StrawberryField]) -> None:
        """Make an input known; what may be None may be left out."""
        made = list(fields)
        for one in made:
            assert one.type_annotation is not None
            if "None" in str(one.type_annotation.raw_annotation):
                one.default = UNSET
        self.make(name, description, made, inputs=True)

    def enum(self, vocabulary: Vocabulary) -> None:
        """Make an enum known; its values are their own names."""
        if vocabulary.name in self.known:
            return
        described = {
            enum_name(term.value): strawberry.enum_value(
                enum_name(term.value), description=f"{term.label.en} ({term.label.nl})"
            )
            for term in vocabulary.terms
        }
        made = Enum(vocabulary.name, described)  # type: ignore[misc]
        self.known[vocabulary.name] = strawberry.enum(
            made, name=vocabulary.name, description=vocabulary.description
        )
