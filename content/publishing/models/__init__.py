from .act import Act
from .address import Address
from .checked_text import CheckedText
from .draft import Draft
from .edition import Edition
from .external_link import ExternalLink, ExternalLinkUse
from .internal_link import InternalLink
from .opening import Opening
from .plan import Plan
from .planned_act import PlannedAct
from .preview_link import PreviewLink, Shared
from .publishable import Publishable, PublishableQuerySet
from .sourced import Sourced
from .translation import Translation
from .update_note import UpdateNote
from .version import Version
from .withdrawal import Withdrawal

__all__ = [
    "Act",
    "Address",
    "CheckedText",
    "Draft",
    "Edition",
    "ExternalLink",
    "ExternalLinkUse",
    "InternalLink",
    "Opening",
    "Plan",
    "PlannedAct",
    "PreviewLink",
    "Publishable",
    "PublishableQuerySet",
    "Shared",
    "Sourced",
    "Translation",
    "UpdateNote",
    "Version",
    "Withdrawal",
]
