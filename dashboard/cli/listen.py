"""A port taken, or a plain line that says why it cannot be."""

import errno
import os
import select
import socket
from contextlib import suppress

from dashboard.cli.command import Refused
from dashboard.language import tr

POLLS = hasattr(select, "poll")
"""Whether the system watches any number of connections; where it does not, some five hundred are the most."""
MOST, FEW, SPARE = 2_000, 500, 100
"""Each reader opens up to six connections at first: three hundred at a time, or eighty."""


def connections() -> int:
    """How many connections can be held, after asking the system for as many files as that takes."""
    if not POLLS:
        return FEW
    import resource  # where there is no poll, there is no such module either

    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST + SPARE if most == resource.RLIM_INFINITY else min(MOST + SPARE, most)
    if allowed != resource.RLIM_INFINITY and allowed < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
            allowed = wanted
    return MOST if allowed == resource.RLIM_INFINITY else max(FEW, min(MOST, allowed - SPARE))


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises Refused naming the port and what to do."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, UnicodeError):
        raise Refused(
            tr("{host} is no address. Leave --host out to serve this machine alone.").format(host=repr(host))
        ) from None
    listener = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # elsewhere the option would share the port with whoever has it
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        reason = _REASONS.get(error.errno, _ANY)
        raise Refused(reason.format(host=host, port=port, reason=error.strerror)) from None
    return listener


def address(listener: socket.socket, host: str) -> str:
    """The address that people open: "http://127.0.0.1:8050"."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listener.getsockname()[1]}"


_REASONS = {
    errno.EADDRINUSE: tr("Port {port} is taken by another program. Stop it, or choose another port with --port."),
    errno.EACCES: tr("Port {port} is reserved. Choose one above 1023 with --port."),
    errno.EADDRNOTAVAIL: tr("{host} is not an address of this machine. Leave --host out, or name one that is."),
}
_ANY = tr("Port {port} on {host} cannot be used ({reason}). Choose another with --port or --host.")
