"""The model: one value, made from the declarations, from which the rest is derived."""

from __future__ import annotations

from ledwerk.schema.kinds import Model
from ledwerk.schema.nodes import NODE_KINDS
from ledwerk.schema.relations import RELATION_KINDS

MODEL = Model(NODE_KINDS, RELATION_KINDS)
