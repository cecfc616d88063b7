"""No test reaches the network: only this machine and its local sockets may be spoken to."""

import ipaddress
import socket
import sys
from typing import Any

LOCAL_NAMES = ("localhost", "", None)
SPEAKING = ("socket.connect", "socket.sendto", "socket.sendmsg")
ASKING = ("socket.getaddrinfo", "socket.gethostbyname")


class NetworkRefused(RuntimeError):
    """A test tried to leave this machine."""


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise NetworkRefused when an audit event is about another machine."""
    if event in SPEAKING and arguments[0].family in (socket.AF_INET, socket.AF_INET6):
        _keep_local(arguments[1][0] if arguments[1] else "")
    elif event in ASKING:
        _keep_local(arguments[0])


def install() -> None:
    """Watch every socket of this process from now on; Python has no way to take such a watch off again."""
    sys.addaudithook(refuse)


def _keep_local(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name not in LOCAL_NAMES and not _is_loopback(name):
        raise NetworkRefused(f"a test may not reach {name}: tests run without a network")


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
