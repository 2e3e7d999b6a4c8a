from .address import Address
from .edition import Edition
from .publishable import Publishable, PublishableQuerySet
from .sourced import Sourced
from .update_note import UpdateNote

__all__ = [
    "Address",
    "Edition",
    "Publishable",
    "PublishableQuerySet",
    "Sourced",
    "UpdateNote",
]
