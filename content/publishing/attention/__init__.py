"""
What the site asks its editors to look after: one list, from many small sources.

A source is a function that yields rows. Each app registers its own: a module or package
`attention` in an app is imported when the site starts.
"""

from . import sources  # noqa: F401
