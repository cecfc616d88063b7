"""``as-reported serve``: a data package as a site."""

import argparse
import logging
import signal
import sys

from waitress import create_server

from dashboard import app
from dashboard.cli import reload
from dashboard.cli.command import Argument, Command
from dashboard.cli.listen import POLLS, address, connections, listen
from dashboard.cli.load import FOLDER, load
from dashboard.language import tr

THREADS = 8
IDLE = 20
"""Seconds after which a connection that nobody uses is closed, so that those who wait have room."""


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # readers who wait for a moment are no news
    return reload.run(args) if args.reload else _serve(args)


def _serve(args: argparse.Namespace) -> int:
    with listen(args.host, args.port) as listener:  # before the package is read: a taken port is told at once
        site = app.create_app(load(args.folder, strict=args.strict))
        server = create_server(
            site.server, sockets=[listener], threads=THREADS, connection_limit=connections(), ident=None,
            asyncore_use_poll=POLLS, channel_timeout=IDLE, cleanup_interval=IDLE // 4,
        )  # fmt: skip
        print(
            tr("Serving {folder} at {address} (Ctrl-C stops it)").format(
                folder=args.folder, address=address(listener, args.host)
            ),
            file=sys.stderr,
        )
        server.run()  # until Ctrl-C
        server.close()
    return 0


def _port(text: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() else -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(
            tr("{text} is no port. Write a number from 0 to 65535").format(text=repr(text))
        )
    return port


COMMAND = Command(
    "serve",
    tr("Serve a data package as a site. Rows with an error are set aside and counted in a notice."),
    (
        FOLDER,
        Argument(
            "--host", tr("127.0.0.1 (default) serves this machine alone, 0.0.0.0 everybody who can reach it."),
            {"default": "127.0.0.1"},
        ),
        Argument("--port", tr("8050 by default; 0 takes any that is free."), {"default": 8050, "type": _port}),
        Argument(
            "--reload", tr("Start again when a file of the package or of the code changes."),
            {"action": "store_true"},
        ),
        Argument("--strict", tr("Refuse a package with an error."), {"action": "store_true"}),
    ),
    run,
)  # fmt: skip
