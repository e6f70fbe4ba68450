"""Writing lines to a file that other processes write to as well."""

from __future__ import annotations

import os
import select
from typing import TextIO, cast

# What a pipe takes in one piece, or not at all.
_PIECE = getattr(select, "PIPE_BUF", 512)


class WholeLines:
    """A stream for text that ends with a line. Each write to the file is of whole lines.

    A line longer than a pipe takes in one piece (4,096 bytes) may still be torn where the pipe's
    reader is slow.
    """

    def __init__(self, file: int) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write it all before this returns. Raises OSError where the file takes no more."""
        data = text.encode("utf-8", "backslashreplace")
        begin = 0
        while begin < len(data):
            end = data.rfind(b"\n", begin, begin + _PIECE) + 1
            if end == 0:
                end = data.find(b"\n", begin) + 1 or len(data)
            begin += os.write(self._file, data[begin:end])
        return len(text)

    def flush(self) -> None:
        """Nothing is kept back."""


def whole_lines(file: int) -> TextIO:
    """The same, as a stream that logging takes."""
    return cast(TextIO, WholeLines(file))
