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
from .reminder import Reminder
from .sourced import Sourced
from .text_lix import TextLix
from .translation import Translation
from .update_note import UpdateNote
from .version import Version
from .withdrawal import Withdrawal
from .yearly_task import YearlyTask

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
    "Reminder",
    "Shared",
    "Sourced",
    "TextLix",
    "Translation",
    "UpdateNote",
    "Version",
    "Withdrawal",
    "YearlyTask",
]
