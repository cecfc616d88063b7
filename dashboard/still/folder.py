"""The folder that a site of files is written into: only what an earlier build wrote there is ever taken away."""

from pathlib import Path

from dashboard.errors import AsReportedError
from dashboard.language import tr

MARKER = ".as-reported-site"
_HEAD = "A site of files made by as-reported. It lists what was written here, so that a new build takes away only that."


class Unwritable(AsReportedError):
    """A folder that holds what is not ours, or cannot be written."""

    exit_code = 2


class Folder:
    """A folder to write files into; ``written`` counts them, ``size`` their bytes."""

    def __init__(self, path: Path) -> None:
        """Open a folder that is missing, empty, or ours. Raises Unwritable for any other."""
        self.path, self.written, self.size = path, 0, 0
        self._before = self._ours()
        self._new: set[str] = set()
        self._do(lambda: path.mkdir(parents=True, exist_ok=True), path)
        marker = path / MARKER
        self._do(lambda: marker.write_text("\n".join([_HEAD, *sorted(self._before), ""]), encoding="utf-8"), marker)
        self._list = marker

    def _ours(self) -> set[str]:
        """What an earlier build wrote here, by its own list."""
        marker = self.path / MARKER
        if self.path.exists() and not self.path.is_dir():
            raise Unwritable(tr("{path} is a file. Name a folder for the site.").format(path=self.path))
        if not self.path.exists() or not any(self.path.iterdir()):
            return set()
        if not marker.is_file():
            words = tr(
                "{path} is not empty, and no site made by this command. Name another folder: nothing there is touched."
            )
            raise Unwritable(words.format(path=self.path))
        return set(marker.read_text(encoding="utf-8").splitlines()[1:])

    def write(self, name: str, content: bytes | str) -> None:
        """Write one file, ``name`` being its path within the folder. Raises Unwritable for one that is not ours."""
        path, data = self.path / name, content.encode() if isinstance(content, str) else content
        if name not in self._before and name not in self._new and path.exists():
            raise Unwritable(
                tr("{path} was not made by this command, so it is not replaced. Move it away.").format(path=path)
            )
        if name not in self._before and name not in self._new:
            with self._list.open("a", encoding="utf-8") as listed:  # before the file: a build that stops is known
                listed.write(f"{name}\n")
        self._do(lambda: path.parent.mkdir(parents=True, exist_ok=True), path.parent)
        self._do(lambda: path.write_bytes(data), path)
        self._new.add(name)
        self.written, self.size = self.written + 1, self.size + len(data)

    def close(self) -> None:
        """Take away what only an earlier build wrote, with folders that it leaves empty."""
        for name in sorted(self._before - self._new):
            path = self.path / name
            if self.path in path.resolve().parents or self.path.resolve() in path.resolve().parents:
                path.unlink(missing_ok=True)
                self._emptied(path.parent)
        self._list.write_text("\n".join([_HEAD, *sorted(self._new), ""]), encoding="utf-8")

    def _emptied(self, folder: Path) -> None:
        while folder != self.path and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def _do(self, act, path: Path) -> None:
        try:
            act()
        except OSError as error:
            words = tr("{path} cannot be written ({why}). Choose another folder.")
            raise Unwritable(words.format(path=path, why=error.strerror)) from None
