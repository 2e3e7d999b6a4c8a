from .act import Act
from .address import Address
from .checked_text import CheckedText
from .draft import Draft
from .edition import Edition
from .external_link import ExternalLink, ExternalLinkUse
from .internal_link import InternalLink
from .publishable import Publishable, PublishableQuerySet
from .sourced import Sourced
from .update_note import UpdateNote
from .version import Version

__all__ = [
    "Act",
    "Address",
    "CheckedText",
    "Draft",
    "Edition",
    "ExternalLink",
    "ExternalLinkUse",
    "InternalLink",
    "Publishable",
    "PublishableQuerySet",
    "Sourced",
    "UpdateNote",
    "Version",
]
