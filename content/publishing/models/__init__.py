from .address import Address
from .checked_text import CheckedText
from .edition import Edition
from .publishable import Publishable, PublishableQuerySet
from .sourced import Sourced
from .update_note import UpdateNote

__all__ = [
    "Address",
    "CheckedText",
    "Edition",
    "Publishable",
    "PublishableQuerySet",
    "Sourced",
    "UpdateNote",
]
