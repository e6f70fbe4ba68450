"""A zip whose bytes depend on what is in it only: names in order, one time, one way to pack."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_MAY_RUN = (".sh", ".command", ".py")
_PACKED = (".whl", ".png", ".xlsx", ".gz")  # what another packing makes no smaller


def write(target: Path, folder: str, files: Mapping[str, Path | bytes]) -> int:
    """Write the files, by their path within the folder; returns how many bytes it came to."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.part")
    with zipfile.ZipFile(beside, "w") as out:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _TIME)
            entry.create_system = 3  # Unix, so that start scripts may be run
            entry.external_attr = (0o100755 if name.endswith(_MAY_RUN) else 0o100644) << 16
            stored = name.endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            given = files[name]
            content = given if isinstance(given, bytes) else given.read_bytes()
            out.writestr(entry, content, compresslevel=None if stored else 9)
    beside.replace(target)
    return target.stat().st_size
