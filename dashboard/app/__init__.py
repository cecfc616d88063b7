"""Assembly of the site: one server that sends readable pages, and answers wrong addresses in words."""

from dashboard.app.head import head
from dashboard.app.site import create_app

__all__ = ["create_app", "head"]
