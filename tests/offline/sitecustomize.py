"""Refuse every connection beyond this computer, in the suite and in each Python that a test starts.

An audit hook, because it also sees what is imported before the first test and cannot be undone by the code
under test. Python loads this file by itself when its folder stands in PYTHONPATH; conftest.py puts it there.
"""

from __future__ import annotations

import ipaddress
import sys
from typing import Any

WATCHED = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}


class NetworkRefused(RuntimeError):
    """Something reached out: Second Check works offline unless the user configures a model."""


def refuse_network(event: str, args: tuple[Any, ...]) -> None:
    if event not in WATCHED:
        return
    address = args[1] if event in {"socket.connect", "socket.sendto"} else args[0]
    host = address[0] if isinstance(address, tuple) else address if event.startswith("socket.geth") else None
    if event == "socket.getaddrinfo":
        host = address
    if host is not None and not is_this_computer(host):
        raise NetworkRefused(f"{event} to {host!r}: the suite may not leave this computer; use a fake or loopback")


def is_this_computer(host: str | bytes) -> bool:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in {"", "localhost"}:
        return True
    try:
        address = ipaddress.ip_address(name.split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


sys.addaudithook(refuse_network)
