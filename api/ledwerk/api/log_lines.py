"""Log lines: what they look like, and how they are written without holding up who logs."""

from __future__ import annotations

import atexit
import json
import logging
import sys
import threading
import time
from collections import deque
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple, TextIO

import orjson

LogFormat = Literal["json", "text"]
ACCESS = "ledwerk.access"

_GATHERING = 0.05  # seconds: many lines become one write
_MOST_WAITING = 100_000


class AccessLine(NamedTuple):
    """One request as it is logged: never a body, a query string or a token."""

    time: float
    id: str
    method: str
    path: str
    status: int
    ms: float
    bytes: int
    who: str | None = None
    operation: str | None = None
    trace: str | None = None

    def __str__(self) -> str:
        """The line as JSON."""
        return _json(
            {
                "time": datetime.fromtimestamp(self.time, UTC),
                "level": "INFO",
                "logger": ACCESS,
                "id": self.id,
                "method": self.method,
                "path": self.path,
                "status": self.status,
                "ms": self.ms,
                "bytes": self.bytes,
                "who": self.who,
                "operation": self.operation,
                "trace": self.trace,
            }
        )

    def as_text(self) -> str:
        """The line for a person."""
        extra = "".join(
            f" {key}={_shown(value)}"
            for key, value in zip(self._fields[7:], self[7:], strict=True)
            if value
        )
        moment = datetime.fromtimestamp(self.time, UTC).isoformat(" ", "milliseconds")[:-6]
        return (
            f"{moment} {self.status} {_shown(self.method)} {_shown(self.path)} "
            f"{self.ms:.1f}ms {self.bytes}B id={self.id}{extra}"
        )


# A record costs more to make than all the rest of a line, looking for its caller even more.
_RECORD = vars(logging.LogRecord(ACCESS, logging.INFO, __file__, 0, "", None, None))


def record_of(line: AccessLine) -> logging.LogRecord:
    """The line as `logging` hands it on."""
    record = logging.LogRecord.__new__(logging.LogRecord)
    vars(record).update(_RECORD)
    record.msg = line
    record.created = line.time
    return record


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON; a traceback is a field of it."""
        if isinstance(record.msg, AccessLine):
            return str(record.msg)
        made: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            made["exception"] = self.formatException(record.exc_info)
        return _json(made)


class TextLines(logging.Formatter):
    """One line for a person to read, and tracebacks as they are."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__("%(asctime)s.%(msecs)03d %(levelname)s %(name)s: %(message)s")
        self.default_msec_format = ""

    def format(self, record: logging.LogRecord) -> str:
        """The record as text."""
        if isinstance(record.msg, AccessLine):
            return record.msg.as_text()
        return super().format(record)


class GatheredLines(logging.Handler):
    """Keeps lines until a thread of its own writes them, many at once.

    Whoever logs never waits for the stream. Where the stream cannot keep up, lines are left out,
    and their number is written instead.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream
        self._waiting: deque[str] = deque()
        self._something = threading.Event()
        self._ended = False
        self._writing = threading.Lock()
        self._lost = 0
        self._thread: threading.Thread | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record's line for writing."""
        if len(self._waiting) >= _MOST_WAITING:
            self._lost += 1
            return
        # Made into text here: done elsewhere for many at once, it would hold up everybody longer.
        self._waiting.append(self._line(record))
        if self._thread is None:
            self._ended = False
            self._thread = threading.Thread(target=self._run, name="log lines", daemon=True)
            self._thread.start()
        if not self._something.is_set():
            self._something.set()

    def flush(self) -> None:
        """Write all that is waiting, before this returns."""
        with self._writing:
            waiting, count = self._waiting, len(self._waiting)
            self._write([waiting.popleft() for _ in range(count)])

    def close(self) -> None:
        """Write all that is waiting, and end the thread.

        What is logged afterwards is written too: whoever configures logging closes all handlers
        that are there, and some of them stay in use.
        """
        thread, self._thread = self._thread, None
        self._ended = True
        self._something.set()
        if thread is not None:
            thread.join(1)
        self.flush()
        super().close()

    def _run(self) -> None:
        while not self._ended:
            self._something.wait()
            time.sleep(_GATHERING)
            self._something.clear()
            self.flush()

    def _write(self, lines: list[str]) -> None:
        if self._lost:
            lost, self._lost = self._lost, 0
            record = logging.makeLogRecord(
                {"name": "ledwerk", "levelname": "WARNING", "levelno": logging.WARNING,
                 "msg": f"{lost} log lines were left out: they could not be written in time"}
            )  # fmt: skip
            lines.append(self._line(record))
        if not lines:
            return
        try:
            self._stream.write("\n".join(lines) + "\n")
            self._stream.flush()
        except (OSError, ValueError):  # the stream is full, or closed: there is nobody to tell
            self._lost += len(lines)

    def _line(self, record: logging.LogRecord) -> str:
        try:
            return self.format(record)
        except Exception as error:  # noqa: BLE001 - a record of somebody else's, formatted here
            return f"a log line of {record.name} could not be made: {error!r}"


def set_up_logging(
    format: LogFormat,  # noqa: A002 - what it is called
    *,
    access: bool = True,
    stream: TextIO | None = None,
) -> GatheredLines:
    """Send everything that is logged to one stream, stderr unless another is given.

    Called once by whoever starts the service; closing what is returned writes the last lines.
    `access=False` leaves out the line for each request.
    """
    handler = GatheredLines(stream or sys.stderr)
    handler.setFormatter(JsonLines() if format == "json" else TextLines())
    root = logging.getLogger()
    for old in _ours():
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    atexit.register(handler.close)
    logging.getLogger("ledwerk").setLevel(logging.INFO)
    logging.getLogger(ACCESS).setLevel(logging.INFO if access else logging.WARNING)
    return handler


def flush_lines() -> None:
    """Write all that was logged so far; for the last moment before a process is ended."""
    for handler in _ours():
        handler.flush()


def _ours() -> list[GatheredLines]:
    return [one for one in logging.getLogger().handlers if isinstance(one, GatheredLines)]


def _json(made: dict[str, Any]) -> str:
    try:
        return orjson.dumps(made, option=orjson.OPT_UTC_Z).decode()
    except TypeError:  # half of a pair of surrogates, which orjson refuses
        return json.dumps(made, default=str)


def _shown(value: str) -> str:
    """On one line, whatever somebody put into it."""
    return value if value.isprintable() else ascii(value)[1:-1]
