"""What a picture stands upon besides the network: what loads said, what is kept, where it is."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.viz.keeping import NOTHING, Kept
from ledwerk.viz.loaded import UNEDITED, Loaded

Spot = tuple[str, float, float]  # an id, degrees north, degrees east


@dataclass(frozen=True, slots=True)
class Standing:
    """`loaded` is what editors did, `mark` what tells these loads from others (`load_mark_of`),
    `spots` are places and municipalities whose coordinates are known.
    """

    loaded: Loaded = UNEDITED
    kept: Kept = NOTHING
    mark: str = ""
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where what is shown is from: names of sources, and the day of the newest revision."""

    sources: tuple[str, ...] = ()
    date: str = ""


STANDING = Standing()
UNKNOWN_ORIGIN = Origin()
