"""Python's search for circles among objects, paused while many rows are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within, Python looks for no circles among its objects.

    Rows are many and refer to nothing but their values; to look through all of them over and over
    takes a fifth of the time of a load.
    """
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()
