"""The pages, in the order of the menu.

A page is four names: PATH, TITLE, layout(dataset, selection), register(app, dataset).
"""

from dashboard.pages import timeline

PAGES = (timeline,)

__all__ = ["PAGES"]
