"""Every link and every asset of a folder of pages, followed from file to file."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_CSS = re.compile(r"url\([\"']?([^)\"']+)")


class Page(HTMLParser):
    """The addresses that a page names, and the ids that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.assets: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"])
        if tag == "a":
            self.leads.append(given.get("href") or "")
        elif given.get("src") or (tag == "link" and given.get("rel") != "canonical"):
            self.assets.append(given.get("src") or given["href"])


def pages(root: Path) -> dict[str, Page]:
    """Every page of a folder, by its path."""
    return {path.relative_to(root).as_posix(): Page(path.read_text("utf-8")) for path in sorted(root.rglob("*.html"))}


def dead(root: Path) -> list[str]:
    """Links and assets that lead to nothing in the folder, in words; addresses of documents elsewhere are not followed."""
    every = pages(root)
    wrong = [
        f"{name}: {address}"
        for name, page in every.items()
        for address in dict.fromkeys([*page.leads, *page.assets])
        if not _leads(root, every, name, address)
    ]
    styles = [(path, address) for path in root.rglob("*.css") for address in _CSS.findall(path.read_text("utf-8"))]
    return wrong + [f"{path.name}: {one}" for path, one in styles if not (path.parent / one).is_file()]


def _leads(root: Path, every: dict[str, Page], name: str, address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return parts.scheme in (("http", "https") if address in every[name].leads else ("data",))
    target = (root / name).parent / unquote(parts.path) if parts.path else root / name
    if not address or not target.is_file() or root.resolve() not in target.resolve().parents:
        return False
    key = target.resolve().relative_to(root.resolve()).as_posix()
    return not parts.fragment or unquote(parts.fragment) in every[key].ids


def reached(root: Path, start: str = "index.html") -> set[str]:
    """The pages to which links lead from the first one."""
    every, found, next_up = pages(root), {start}, [start]
    while next_up:
        name = next_up.pop()
        for address in every[name].leads:
            path = urlsplit(address).path
            if path.endswith(".html") and not urlsplit(address).scheme:
                key = ((root / name).parent / unquote(path)).resolve().relative_to(root.resolve()).as_posix()
                if key in every and key not in found:
                    found.add(key)
                    next_up.append(key)
    return found
