"""The words of bringing in a file."""

from __future__ import annotations

from ledwerk.schema.fields import Text

IMPORT_TEXTS: dict[str, Text] = {
    "import": Text("Bestand inlezen", "Import a file"),
    "loading": Text("Even geduld…", "One moment…"),
    "drop_here": Text("Laat het bestand hier los", "Drop the file here"),
}
