"""The suite cannot leave this computer, whoever tries: a test, an import, or a program that a test starts."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import urllib.request

import pytest

ELSEWHERE = "192.0.2.1"  # an address that is reserved for examples


def test_no_connection_beyond_this_computer() -> None:
    """By address, by name, with and without a connection."""
    with socket.socket() as stream, pytest.raises(RuntimeError, match="may not leave this computer"):
        stream.connect((ELSEWHERE, 80))
    with socket.socket(type=socket.SOCK_DGRAM) as datagram, pytest.raises(RuntimeError):
        datagram.sendto(b"x", (ELSEWHERE, 53))
    with pytest.raises(RuntimeError):
        socket.getaddrinfo("example.org", 443)
    with pytest.raises(RuntimeError):
        socket.gethostbyname("example.org")
    with pytest.raises(RuntimeError):
        urllib.request.urlopen("http://example.org")
    with pytest.raises(RuntimeError):
        asyncio.run(asyncio.open_connection(ELSEWHERE, 80))


def test_programs_that_a_test_starts_are_held_back_too() -> None:
    """The command line in a shell of its own is as offline as the rest."""
    code = f"import socket; socket.create_connection(('{ELSEWHERE}', 80))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert "NetworkRefused" in ended.stderr


def test_this_computer_can_be_reached() -> None:
    """A test may start a server of its own."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()
