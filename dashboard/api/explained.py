"""Words and profiles for the pages: what a control of theirs asks for when it explains itself."""

from dataclasses import asdict

from flask import Flask, Response

from dashboard import explained
from dashboard.api.replies import JSON, as_json, query_string, refusal, reply, stamped
from dashboard.dataset import Dataset
from dashboard.errors import listed, shown
from dashboard.language import tr


def offer(flask: Flask, dataset: Dataset, root: str, stamp: str) -> None:
    """Answer below ``root`` for the glossary, and for the profile of an outlet or an actor on a known-by day.

    These answers follow the pages and are no part of the described API.
    """

    @flask.route(f"{root}explain/terms", endpoint="explain terms")
    def terms() -> Response:
        return reply(stamped(b"terms", stamp.encode()), JSON, lambda: as_json(explained.glossary(dataset)))

    @flask.route(f"{root}explain/<table>/<key>", endpoint="explain profile")
    def profile(table: str, key: str) -> Response:
        found = explained.profile(dataset, table, key, query_string())
        if not found:
            return refusal(404, _nobody(table, key))
        body = as_json(asdict(found))
        return reply(stamped(body), JSON, lambda: body)


def _nobody(table: str, key: str) -> str:
    if table not in explained.PROFILES:
        return tr("There are no profiles of {shown}. Profiles: {listed}.").format(
            shown=shown(table), listed=listed(explained.PROFILES)
        )
    return tr("The table {table} has no row {shown}, so there is no profile of it.").format(
        table=table, shown=shown(key)
    )
