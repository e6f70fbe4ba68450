"""The addresses of this machine in the networks that it is in, without asking any of them."""

from __future__ import annotations

import ipaddress
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

# The request for an interface's IPv4 address, by system (SIOCGIFADDR).
_ASK = {"linux": 0x8915, "darwin": 0xC0206921}
_VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "utun", "tun", "tap")


@dataclass(frozen=True, slots=True)
class Own:
    """An address, and what the system calls the interface; empty where it does not say."""

    address: str
    interface: str = ""


def own_addresses() -> list[Own]:
    """IPv4 addresses other than loopback: those of a room's network first, of machines within this
    machine last.
    """
    found: dict[str, Own] = {}
    for one in (*_of_interfaces(), *_of_name(), *_of_routes()):
        ip = ipaddress.ip_address(one.address)
        if not ip.is_loopback and not ip.is_unspecified:
            found.setdefault(one.address, one)
    return sorted(found.values(), key=_usual)


def _usual(one: Own) -> tuple[bool, bool, str]:
    ip = ipaddress.ip_address(one.address)
    return (ip.is_link_local, one.interface.startswith(_VIRTUAL), one.interface)


def _of_interfaces() -> Iterator[Own]:
    ask = _ASK.get(sys.platform)
    if ask is None:
        return
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # it has no IPv4 address
                packed = fcntl.ioctl(asked, ask, struct.pack("256s", name.encode()[:15]))
                yield Own(socket.inet_ntoa(packed[20:24]), name)


def _of_name() -> Iterator[Own]:
    with suppress(OSError):
        for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
            yield Own(str(found[4][0]))


def _of_routes() -> Iterator[Own]:
    """From where this machine would send to a private network; nothing is sent."""
    for network in ("192.168.0.1", "10.0.0.1", "172.16.0.1"):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked, suppress(OSError):
            asked.connect((network, 9))
            yield Own(asked.getsockname()[0])
