from .document import Document
from .initiative import Initiative
from .page import Page, PageQuerySet
from .prevention_level import PreventionLevel
from .recommendation import Recommendation

__all__ = [
    "Document",
    "Initiative",
    "Page",
    "PageQuerySet",
    "PreventionLevel",
    "Recommendation",
]
