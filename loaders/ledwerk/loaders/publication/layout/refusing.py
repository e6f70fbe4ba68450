"""A file that cannot be read, said in the way that every problem with a file is said."""

from __future__ import annotations

from ledwerk.schema.errors import LoadAborted, Problem


def refused(name: str, why: str) -> LoadAborted:
    """That a file cannot be read, and why."""
    return LoadAborted([Problem(name, None, None, why)])
