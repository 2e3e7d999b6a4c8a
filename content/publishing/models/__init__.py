from .act import Act
from .address import Address
from .checked_text import CheckedText
from .draft import Draft
from .edition import Edition
from .publishable import Publishable, PublishableQuerySet
from .reminder import Reminder
from .sourced import Sourced
from .text_lix import TextLix
from .update_note import UpdateNote
from .version import Version
from .yearly_task import YearlyTask

__all__ = [
    "Act",
    "Address",
    "CheckedText",
    "Draft",
    "Edition",
    "Publishable",
    "PublishableQuerySet",
    "Reminder",
    "Sourced",
    "TextLix",
    "UpdateNote",
    "Version",
    "YearlyTask",
]
