"""A port taken, or a plain line that says why it cannot be."""

import errno
import os
import socket

from dashboard.cli.command import Refused
from dashboard.language import tr


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
