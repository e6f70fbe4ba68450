"""The port that a service answers on: chosen once, used by one process or by several."""

from __future__ import annotations

import socket

from ledwerk.api.language import show
from ledwerk.api.run_editor import RunEditor
from ledwerk.schema.errors import LedwerkError

DEFAULT_PORT = 8000
_TRIES = 5


def shown_address(host: str, port: int) -> str:
    """The service's address as a browser takes it."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def tell(address: str, editor: RunEditor | None = None) -> None:
    """Say where the service answers, and where the one whom only this run knows may edit."""
    show(f"{address}  (questions at {address}graphql, Ctrl-C stops)")
    if editor is not None:
        show(f"{address}tables#key={editor.token}  (here {editor.name} can change the tables)")


def bound_alone(host: str, port: int | None) -> socket.socket:
    """A socket on a port that nobody else uses. Without a port of its own, another one will do.

    Raises LedwerkError where the port is taken or the host is not of this machine.
    """
    family = _family(host)
    for attempt in (DEFAULT_PORT if port is None else port, 0):
        try:
            return _bound(family, host, attempt, socket.SO_REUSEADDR)
        except OSError as error:
            if port is not None or attempt == 0:
                raise _unusable(host, attempt, error) from error
    raise AssertionError


def reserved(host: str, port: int | None) -> socket.socket:
    """A socket that keeps a port for `bound_together`, and off which it keeps everybody else.

    It is never listened on: it would be given connections. The port is chosen as in `bound_alone`,
    since SO_REUSEPORT would let it join whatever other service of the same user is there.
    """
    for _ in range(_TRIES):
        with bound_alone(host, port) as probe:
            family, taken = probe.family, probe.getsockname()[1]
        # Without SO_REUSEADDR, so that whoever looks in before somebody listens finds it taken;
        # connections of before that wait for their end may forbid that.
        for options in ((socket.SO_REUSEPORT,), (socket.SO_REUSEPORT, socket.SO_REUSEADDR)):
            try:
                return _bound(family, host, taken, *options)
            except OSError as error:
                failed = error
        if port:
            break
    raise _unusable(host, taken, failed) from failed


def bound_together(host: str, port: int) -> socket.socket:
    """A socket beside others on the same port; the system shares connections out among them."""
    try:
        return _bound(_family(host), host, port, socket.SO_REUSEPORT, socket.SO_REUSEADDR)
    except OSError as error:
        raise _unusable(host, port, error) from error


def _bound(family: int, host: str, port: int, *options: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        for option in options:
            made.setsockopt(socket.SOL_SOCKET, option, 1)
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    return made


def _family(host: str) -> int:
    try:
        return socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][0]
    except OSError as error:
        raise LedwerkError(f"{host!r} is no address of this machine; leave --host out") from error


def _unusable(host: str, port: int, error: OSError) -> LedwerkError:
    return LedwerkError(f"{host} port {port} cannot be used: {error.strerror or error}")
