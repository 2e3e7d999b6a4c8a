from .act import Act
from .address import Address
from .checked_text import CheckedText
from .draft import Draft
from .edition import Edition
from .publishable import Publishable, PublishableQuerySet
from .sourced import Sourced
from .translation import Translation
from .update_note import UpdateNote
from .version import Version

__all__ = [
    "Act",
    "Address",
    "CheckedText",
    "Draft",
    "Edition",
    "Publishable",
    "PublishableQuerySet",
    "Sourced",
    "Translation",
    "UpdateNote",
    "Version",
]
