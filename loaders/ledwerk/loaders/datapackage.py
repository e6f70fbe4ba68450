"""`datapackage.json`: what a folder of tables is, and its table schemas, from the model.

The format is the Frictionless Data Package. Name, title, licence and sources are written by
people; resources and their schemas are generated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ledwerk.loaders.columns import Role, table_columns, tables
from ledwerk.schema.errors import Problem
from ledwerk.schema.fields import Shape
from ledwerk.schema.kinds import Model

FILE = "datapackage.json"
MOST_BYTES = 8 * 1024 * 1024
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_GENERATED = ("profile", "resources")


def read_descriptor(folder: Path, problems: list[Problem]) -> dict[str, Any]:
    """The folder's descriptor, or an empty one; what is wrong with it goes to `problems`."""
    file = folder / FILE
    if not file.is_file():
        return {}
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ValueError(f"larger than {MOST_BYTES // 2**20} MB, which none is")
        found = json.loads(file.read_text(encoding="utf-8-sig"))
    except (ValueError, OSError, RecursionError) as error:
        problems.append(Problem(FILE, getattr(error, "lineno", None), None, f"not JSON: {error}"))
        return {}
    if not isinstance(found, dict):
        problems.append(Problem(FILE, 1, None, 'not an object; write { "name": "…" }'))
        return {}
    name = found.get("name")
    if name is not None and not valid_name(name):
        right = "small letters, digits, dots and dashes only, such as led-2016"
        problems.append(Problem(FILE, None, "name", f"{name!r} is no dataset name; {right}"))
        return {}
    return found


def valid_name(name: object) -> bool:
    """Whether a dataset can be called so."""
    return isinstance(name, str) and len(name) <= 100 and _NAME.fullmatch(name) is not None


def descriptor(
    model: Model, present: Mapping[str, str], written: Mapping[str, Any]
) -> dict[str, Any]:
    """A whole descriptor: `written` by people, resources for the tables `present` (name: path)."""
    kept = {key: value for key, value in written.items() if key not in _GENERATED}
    resources = [
        {
            "name": name.replace("_", "-"),
            "path": path,
            "profile": "tabular-data-resource",
            "title": _title(model, name),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": table_schema(model, name),
        }
        for name, path in present.items()
    ]
    return {**kept, "profile": "tabular-data-package", "resources": resources}


def table_schema(model: Model, table: str) -> dict[str, Any]:
    """The Table Schema of one table."""
    return {
        "fields": [_field(role) for role in table_columns(tables(model)[table])],
        "missingValues": [""],
    }


def refresh(model: Model, folder: Path) -> str:
    """The text that a folder's descriptor should have, for the tables it has now."""
    written = read_descriptor(folder, [])
    present = {name: f"{name}.csv" for name in tables(model) if (folder / f"{name}.csv").is_file()}
    return as_text(descriptor(model, present, written))


def as_text(found: Mapping[str, Any]) -> str:
    """A descriptor as it stands in the file."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _title(model: Model, table: str) -> str:
    kind = tables(model)[table]
    return kind.description


def _field(role: Role) -> dict[str, Any]:
    prop = role.property
    made: dict[str, Any] = {
        "name": prop.name,
        "title": prop.label.en,
        "description": f"{prop.description} ({prop.type.hint.en})",
        "type": "string",
    }
    if prop.type.shape in {Shape.NUMBER, Shape.INTEGER}:
        made["type"] = prop.type.shape.value
    if prop.type.shape is Shape.BOOLEAN:
        made |= {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]}
    constraints: dict[str, Any] = {}
    if prop.type.shape is Shape.DATE:
        constraints["pattern"] = r"\d{4}(-\d{2}(-\d{2})?)?"
    if prop.type.vocabulary:
        constraints["enum"] = list(prop.type.vocabulary.values)
    if prop.required:
        constraints["required"] = True
    return made | ({"constraints": constraints} if constraints else {})


if __name__ == "__main__":
    import sys

    from ledwerk.schema.model import MODEL

    target = Path(sys.argv[1])
    (target / FILE).write_text(refresh(MODEL, target), encoding="utf-8")
