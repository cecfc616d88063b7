"""``as-reported serve``: a site on a port of this machine, or one clear line."""

import errno
import re
import select
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from dashboard.cli import main, reload

ADDRESS = re.compile(r"Serving .+ at (http://\S+) \(Ctrl-C stops it\)\n")
WARNINGS = ("-W", "error", "-W", "ignore::ResourceWarning")  # readers' connections stay open when it is stopped


@contextmanager
def serving(*argv: str) -> Iterator[subprocess.Popen]:
    """A process that serves; ended, and waited for, at the end."""
    command = [sys.executable, *WARNINGS, "-m", "dashboard", "serve", *argv]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def address(process: subprocess.Popen) -> str:
    """The address that the process tells."""
    line = process.stderr.readline()
    found = ADDRESS.fullmatch(line)
    assert found, line
    return found[1]


def fetched(url: str) -> tuple[int, str]:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.status, answer.read().decode()


def test_a_package_is_served_until_it_is_stopped(tiny_folder):
    with serving(str(tiny_folder), "--port", "0") as process:
        site = address(process)
        assert site.startswith("http://127.0.0.1:")
        assert [fetched(site + path)[0] for path in ("/", "/healthz", "/api/v1/incidents.csv")] == [200, 200, 200]
        process.send_signal(signal.SIGTERM)
        assert (process.wait(timeout=30), process.stderr.read()) == (0, "")


@pytest.mark.skipif(not hasattr(select, "poll"), reason="this system watches few connections")
def test_a_hundred_readers_with_six_connections_each_leave_room_for_one_more(tiny_folder):
    with serving(str(tiny_folder), "--port", "0") as process, ExitStack() as stack:
        site = address(process)
        for _ in range(600):
            stack.enter_context(socket.create_connection(("127.0.0.1", int(site.rpartition(":")[2]))))
        assert fetched(site + "/healthz")[0] == 200


def test_rows_set_aside_are_counted_before_the_address(package_copy):
    package_copy.damaged("reports", 3, "injured", "two")
    package_copy.damaged("reports", 4, "date", "4 March")
    with serving(str(package_copy.folder), "--port", "0") as process:
        assert process.stderr.readline() == (
            f"2 rows were set aside (2 of reports). as-reported check {package_copy.folder} says why.\n"
        )
        assert address(process)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@pytest.fixture
def signals(monkeypatch):
    """The test process keeps its own way of being stopped."""
    monkeypatch.setattr("signal.signal", lambda *_: None)


def test_a_taken_port_is_told_at_once(taken, capsys, signals):
    assert main(["serve", "no-such-folder", "--port", str(taken)]) == 2
    assert capsys.readouterr().err == (
        f"Port {taken} is taken by another program. Stop it, or choose another port with --port.\n"
    )


def test_an_address_that_does_not_exist_is_told(capsys, signals, monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror("Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    assert main(["serve", "--host", "nowhere.example"]) == 2
    assert capsys.readouterr().err == "'nowhere.example' is no address. Leave --host out to serve this machine alone.\n"


FAULTS = [
    # what the system says, what the person is told
    (errno.EACCES, "Port 80 is reserved. Choose one above 1023 with --port.\n"),
    (errno.EADDRNOTAVAIL, "127.0.0.1 is not an address of this machine. Leave --host out, or name one that is.\n"),
    (errno.EPERM, "Port 80 on 127.0.0.1 cannot be used (told by the system). Choose another with --port or --host.\n"),
]


@pytest.mark.parametrize(("fault", "told"), FAULTS)
def test_a_port_that_the_system_withholds_is_told(capsys, signals, monkeypatch, fault, told):
    class Withheld(socket.socket):
        def bind(self, _):
            raise OSError(fault, "told by the system")

    monkeypatch.setattr("socket.socket", Withheld)
    assert (main(["serve", "--port", "80"]), capsys.readouterr().err) == (2, told)


@pytest.mark.parametrize("port", ["-1", "65536", "eighty", "0x50"])
def test_a_port_that_is_none_is_told(capsys, port):
    with pytest.raises(SystemExit) as ended:
        main(["serve", f"--port={port}"])
    told = capsys.readouterr().err
    assert (ended.value.code, f"{port!r} is no port. Write a number from 0 to 65535" in told) == (2, True)


def test_a_package_that_is_not_there_is_told_in_one_line(tmp_path, capsys, signals):
    assert main(["serve", str(tmp_path / "nowhere"), "--port", "0"]) == 1
    told = capsys.readouterr().err
    assert (told.count("\n"), "error missing-package. Found: no such folder." in told) == (1, True)


def test_a_site_starts_again_when_its_package_changes(package_copy):
    with serving(str(package_copy.folder), "--port", "0", "--reload") as process:
        first = fetched(address(process) + "/healthz")[1]
        package_copy.replaced("incidents", "Drone at Pier Nine", "A drone at Pier Nine")
        assert process.stderr.readline() == "Something changed: starting again.\n"
        assert fetched(address(process) + "/healthz")[1] != first
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def test_a_site_waits_for_a_package_that_is_being_mended(package_copy):
    whole = package_copy.file("tallies").read_bytes()
    package_copy.file("tallies").unlink()
    with serving(str(package_copy.folder), "--port", "0", "--reload") as process:
        assert process.stderr.readline().startswith("tallies.csv: error missing-table.")
        package_copy.saved("tallies", whole)
        assert process.stderr.readline() == "Something changed: starting again.\n"
        assert address(process)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def test_a_site_that_cannot_start_at_all_does_not_wait(taken, tiny_folder):
    with serving(str(tiny_folder), "--port", str(taken), "--reload") as process:
        assert (process.wait(timeout=60), process.stderr.read().startswith(f"Port {taken} is taken")) == (2, True)


CHANGES = [
    # how a file of the package changes
    lambda folder: (folder / "incidents.csv").write_text("incident_id\n", encoding="utf-8"),
    lambda folder: (folder / "datapackage.json").unlink(),
    lambda folder: (folder / "new.csv").write_text("", encoding="utf-8"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_package_is_seen(package_copy, change):
    before = reload.stamps(package_copy.folder)
    assert reload.stamps(package_copy.folder) == before
    change(package_copy.folder)
    assert reload.stamps(package_copy.folder) != before


def test_the_code_is_watched_too(tiny_folder):
    assert Path(reload.__file__) in reload.stamps(tiny_folder)
