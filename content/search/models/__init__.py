from .search_entry import SearchEntry
from .term import Term
from .unsent import Unsent

__all__ = ["SearchEntry", "Term", "Unsent"]
