from .search_entry import SearchEntry
from .term import Term

__all__ = ["SearchEntry", "Term"]
