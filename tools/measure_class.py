"""Measure one live class: so many pages that follow, one process that serves them, and a teacher who turns pages.

    python tools/measure_class.py [--pages 300] [--seconds 20] [--folder data]

The server is started as ``as-reported serve`` starts it. Each page asks as often as assets/view-class.js
does. Printed are the answers per second, the processor time of the server, how long answers take,
and how long after the teacher's change the last page had it. Pages only ask here: they draw nothing.
"""

import argparse
import asyncio
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.classes import PERIOD

VIEWS = ("/counts", "/?kind=attack", "/sources", "/", "/escalation")


@dataclass
class Measured:
    """What was seen: seconds per answer by status, and when each page first had each version."""

    taken: dict[int, list[float]] = field(default_factory=dict)
    had: dict[int, list[float]] = field(default_factory=dict)


async def page(port: int, code: str, until: float, seen: Measured) -> None:
    """Ask what is shown until the time is over; a connection that the server closes is opened anew."""
    await asyncio.sleep(random.random() * PERIOD)
    tag, version, writer = "", 0, None
    while time.perf_counter() < until:
        began = time.perf_counter()
        if not writer:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        match = f"If-None-Match: {tag}\r\n" if tag else ""
        writer.write(f"GET /api/v1/classes/{code} HTTP/1.1\r\nHost: localhost\r\n{match}\r\n".encode())
        status, headers, body = await answer(reader)
        now = time.perf_counter()
        seen.taken.setdefault(status, []).append(now - began)
        if status == 200:
            tag, new = headers["etag"], json.loads(body)["version"]
            for one in range(version + 1, new + 1):
                seen.had.setdefault(one, []).append(now)
            version = new
        if headers.get("connection") == "close":
            writer.close()
            writer = None
        await asyncio.sleep(max(0.0, began + PERIOD * random.uniform(0.9, 1.1) - time.perf_counter()))
    if writer:
        writer.close()


async def answer(reader: asyncio.StreamReader) -> tuple[int, dict[str, str], bytes]:
    """Read one answer: status, headers by their names in lower case, body."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
    return int(head[0].split()[1]), headers, await reader.readexactly(int(headers.get("content-length", 0)))


def asked(address: str, method: str, key: str = "", **body: str) -> dict:
    """Ask as the teacher's page does."""
    headers = {"Content-Type": "application/json", "Class-Key": key}
    request = urllib.request.Request(address, json.dumps(body).encode(), headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as told:
        return json.load(told)


async def lesson(port: int, pages: int, seconds: float) -> tuple[Measured, dict[int, float]]:
    """A class of so many pages; returns what they saw, and when each version was shown."""
    root = f"http://127.0.0.1:{port}/api/v1/classes"
    opened = await asyncio.to_thread(asked, root, "POST", view="/")
    seen, shown = Measured(), {}
    until = time.perf_counter() + seconds
    follow = [asyncio.create_task(page(port, opened["code"], until, seen)) for _ in range(pages)]
    for number in range(1, int(seconds // 3)):
        await asyncio.sleep(3)
        view = VIEWS[number % len(VIEWS)]
        began = time.perf_counter()
        told = await asyncio.to_thread(asked, f"{root}/{opened['code']}", "PUT", opened["key"], view=view)
        shown[told["version"]] = began
        print(f"  shown {told['version']:2}: about {told['followers']} pages follow")
    await asyncio.gather(*follow)
    return seen, shown


def processor(process: subprocess.Popen) -> float:
    """Seconds of processor time that a process has used; 0 where the system does not tell."""
    try:
        parts = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


def told(seen: Measured, shown: dict[int, float], seconds: float, used: float, pages: int) -> None:
    """Print what was measured."""
    for status, taken in sorted(seen.taken.items()):
        cuts = statistics.quantiles(taken, n=100) if len(taken) > 1 else taken * 99
        middle, most = (f"{1000 * cuts[at]:.1f} ms" for at in (49, 94))
        print(f"{status}: {len(taken) / seconds:6.1f} a second, median {middle}, 95 of 100 within {most}")
    total = sum(map(len, seen.taken.values()))
    print(f"processor: {100 * used / seconds:.0f} % of one core, {1000 * used / total:.2f} ms an answer")
    spans = [max(seen.had[one]) - began for one, began in shown.items() if len(seen.had.get(one, ())) == pages]
    middle, most = f"{statistics.median(spans):.2f} s", f"{max(spans):.2f} s"
    print(f"the last of {pages} pages had a view after {middle} (median of {len(spans)}), at most {most}")


def main() -> None:
    """Serve, measure, stop."""
    reading = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reading.add_argument("--pages", type=int, default=300)
    reading.add_argument("--seconds", type=float, default=20)
    reading.add_argument("--folder", default="data")
    asked_for = reading.parse_args()
    command = [sys.executable, "-m", "dashboard", "serve", asked_for.folder, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            line = next(line for line in server.stderr if "Serving" in line)
            port = int(re.search(r":(\d+) ", line)[1])
            before = processor(server)
            seen, shown = asyncio.run(lesson(port, asked_for.pages, asked_for.seconds))
            told(seen, shown, asked_for.seconds, processor(server) - before, asked_for.pages)
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
