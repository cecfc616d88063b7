"""What a site says in a language that swaps every letter, and what of it is still English.

Run as a process of its own, because a process speaks one language: python -m tests.pseudo FOLDER DATE
"""

import json
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from dashboard import dataset, edtf
from dashboard.app import create_app
from dashboard.components.plate import CONFIG
from dashboard.dataset import Dataset
from dashboard.derive import LEVELS
from dashboard.exporters.citations import STYLES
from dashboard.language import TAG
from dashboard.pages import MENU, find, missing
from dashboard.selection.value import PARAMETERS
from tests.components.tree import parts

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
SWAPPED = "ábćďéḟǵĥíĵḱĺḿńóṕɋŕśťúṽẃẋýźÁḂĆĎÉḞǴĤÍĴḰĹḾŃÓṔɊŔŚŤÚṼẂẊÝŹ".replace("b", "ḃ")
_SWAP = str.maketrans(PLAIN, SWAPPED)
_KEPT = re.compile(r"(\{[^}]*\}|<[^>]+>)")

ADDRESSES = (
    "/", "/?rows=table", "/?of=reports", "/?of=reports&rows=table", "/?of=tallies", "/?of=tallies&rows=table&sort=value",
    "/?q=zzz", "/?q=drone", "/?incident=20190306-pier-drone&known_by=2019-03-14", "/?from=2019-03-02&disputed=yes",
    "/?lanes=party", "/?kind=attack&outlet=harbour-wire&place=not-stated&corroboration=claimed&per=25&columns=lag",
    "/counts", "/counts?tally=attacks-total", "/escalation", "/compare", "/compare?by=said_by", "/compare?by=known_by",
    "/sources", "/sources/harbour-wire", "/method", "/incidents/20190306-pier-drone",
    "/incidents/20190310-skerries-mortars", "/embed/timeline", "/embed/rows", "/embed/counts", "/embed/tempo",
    "/embed/means", "/embed/places", "/embed/harm", "/embed/map", "/embed/sides", "/embed/clocks/20190306-pier-drone",
    "/embed/whereabouts/20190306-pier-drone",
)  # fmt: skip
REFUSED = (
    "/nowhere",
    "/embed/nothing",
    "/?kind=nothing",
    "/?nothing=1",
    "/?from=then&to=2019-01-01&page=0",
    "/compare?a=x&b=x",
)
TOLD = (
    "label",
    "title",
    "alt",
    "placeholder",
    "description",
    "nothingFoundMessage",
    "aria-label",
    "data-copy",
    "data-titled",
    "data-sorts",
)
DRAWN = ("text", "ticktext", "hovertext")


def swapped(message: str) -> str:
    """A message with every letter swapped; what is filled in and what marks up text stays."""
    return "".join(part if at % 2 else part.translate(_SWAP) for at, part in enumerate(_KEPT.split(message)))


# --- what a page says ------------------------------------------------------------------------------------


def said(node: Any) -> Iterator[str]:
    """Every text of a layout: what stands in it, what names it, and what its figures draw."""
    if isinstance(node, str):
        yield node
    for part in (part for part in parts(node) if part._type != "Markdown"):  # a document of the package
        inside = getattr(part, "children", None)
        yield from (
            text for text in (inside if isinstance(inside, list | tuple) else [inside]) if isinstance(text, str)
        )
        yield from (value for name in TOLD if isinstance(value := getattr(part, name, None), str))
        yield from (value for name, value in vars(part).items() if name.startswith("data-say-"))
        yield from (option["label"] for option in _options(getattr(part, "data", None)))
        yield from (
            props["aria-label"] for name in PROPS if (props := getattr(part, name, None)) and "aria-label" in props
        )
        yield from drawn(getattr(part, "figure", None))


PROPS = ("clearButtonProps", "closeButtonProps")


def _options(data: object) -> Iterator[dict]:
    for option in data if isinstance(data, list) else []:
        if isinstance(option, dict):
            yield from ([option] if isinstance(option.get("label"), str) else [])
            yield from _options(option.get("items"))


def drawn(figure: object) -> Iterator[str]:
    """The texts of a Plotly figure."""
    if isinstance(figure, dict):
        for name, value in figure.items():
            found = value if isinstance(value, list | tuple) else [value]
            yield from (text for text in found if name in DRAWN and isinstance(text, str))
            yield from drawn(value)
    elif isinstance(figure, list | tuple):
        for value in figure:
            yield from drawn(value)


class Read(HTMLParser):
    """The texts of a page as HTML, without its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = False
        self.documents = 0
        """How deep this is in a document of the package, which is data."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what names an element; what stands in scripts and code is for machines."""
        self.silent = tag in ("script", "style", "code")
        given = dict(attrs)
        if tag == "div" and (self.documents or given.get("class") == "prose"):
            self.documents += 1
        names = [
            "title",
            "alt",
            "placeholder",
            "aria-label",
            *(["content"] if given.get("name") == "description" else []),
        ]
        self.texts += [value for name in names if (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        """Text after an element is read again."""
        self.silent = False
        if tag == "div" and self.documents:
            self.documents -= 1

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if not self.silent and not self.documents:
            self.texts.append(data)


# --- what of it is English and not data ---------------------------------------------------------------------

_WORD = re.compile(r"[A-Za-z]{2,}")
_ADDRESS = re.compile(
    r"https?://\S+|/[\w?=&/.-]+|#[\w-]+|\b[\w-]+=[^\s,]+|\{\w+\}|<[^>]*>|“[^”]*”|'[^']*'|\b[0-9a-f]{12}\b"
)
_FILE = re.compile(r"\w*\.[\w.-]+\b")
NAMES = {
    "As",
    "Reported",
    "API",
    "CSV",
    "JSON",
    "APA",
    "MLA",
    "Chicago",
    "BibTeX",
    "CSL",
    "PNG",
    "SVG",
    "OpenAPI",
    "null",
    "Loading",
}
"""Names of the site, of formats and of styles, the same in every language; and what Dash says before it starts."""

QUERY = {part for name in (*PARAMETERS, *LEVELS, *STYLES) for part in name.split("_")}
"""Names in addresses: the same in every language, and shown as they are where an address is explained."""
DOCUMENTS = ("README.md", "CHANGES.md")
_MARKED = re.compile(r"[`*|#]|\[|\]\([^)]*\)|^- ", re.MULTILINE)


def document(data: Dataset, name: str) -> str:
    """A text of the package; "" where it has none."""
    path = data.folder / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def of_the_data(data: Dataset) -> set[str]:
    """Everything that the package says: cells and their parts, labels, titles."""
    cells = {
        value for table in data.tables.values() for column in table for value in table[column] if isinstance(value, str)
    }
    cells |= {part.strip() for value in cells for part in value.split(";")}
    labels = {label.removesuffix("s") for label in _strings(data.schema.raw) if len(label) < 30}  # "1 munition"
    return {" ".join(text.split()) for text in cells | labels | set(_strings(data.schema.raw)) if _WORD.search(text)}


def _strings(raw: object) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict | list):
        for value in raw.values() if isinstance(raw, dict) else raw:
            yield from _strings(value)


class Judge:
    """Says which words of a text are neither swapped, nor from the data, nor a name."""

    def __init__(self, data: Dataset) -> None:
        known = of_the_data(data)
        self.whole = {text.lower() for text in known}
        longest = sorted((text for text in known if len(text) < 400), key=len, reverse=True)
        self.within = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest)) + r")(?!\w)", re.IGNORECASE)
        texts = [_MARKED.sub("", document(data, name)) for name in DOCUMENTS]
        self.read = "\n".join(" ".join(text.split()) for text in (*texts, *known))

    def english(self, text: str) -> list[str]:
        """The English words that are left in the text. Beside swapped words the names of a query are none."""
        text = " ".join(text.split())
        if (
            not _WORD.search(text)
            or text.lower().strip(" .,:;()") in self.whole
            or (len(text) > 8 and _MARKED.sub("", text) in self.read)
        ):
            return []
        allowed = NAMES | QUERY if re.search(f"[{SWAPPED}]", text) else NAMES
        rest = _FILE.sub(" ", self.within.sub(" ", _ADDRESS.sub(" ", text)))
        return [word for word in _WORD.findall(rest) if word not in allowed]


def left(folder: Path) -> dict[str, dict[str, list[str]]]:
    """The texts that are still English with their English words, by the address of the page and how it was drawn."""
    data = dataset.load(folder)
    judge, app = Judge(data), create_app(data)
    pages: dict[str, list[str]] = {
        "the frame": list(said(app.shell)),
        "missing": list(said(missing.layout(data, "/x", MENU))),
    }
    for address in ADDRESSES:
        path, _, query = address.partition("?")
        page, selection = find(path, query)
        pages[f"{address} (drawn)"] = list(said(page.layout(data, selection)))
    client = app.server.test_client()
    for address in (*ADDRESSES, *REFUSED, "/api/docs"):
        answer, read = client.get(address), Read()
        read.feed(answer.get_data(as_text=True))
        pages[f"{address} (first HTML)"] = read.texts
    found = {name: {text: words for text in texts if (words := judge.english(text))} for name, texts in pages.items()}
    models = "|".join(app.server.api_doc["components"]["schemas"])
    api = found["/api/docs (first HTML)"]
    found["/api/docs (first HTML)"] = {text: words for text, words in api.items() if not re.fullmatch(models, words[0])}
    return {name: texts for name, texts in found.items() if texts}


def opening(folder: Path) -> str:
    """The first element of the first page: it names the language."""
    page = create_app(dataset.load(folder)).server.test_client().get("/").get_data(as_text=True)
    return re.search("<html[^>]*>", page)[0]


if __name__ == "__main__":
    told = {
        "left": left(Path(sys.argv[1])),
        "opening": opening(Path(sys.argv[1])),
        "day": edtf.short(edtf.parse(sys.argv[2])),
        "axis": CONFIG["locales"][TAG]["format"]["shortMonths"],
    }
    json.dump(told, sys.stdout)
