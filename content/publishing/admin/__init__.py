"""The admin of content: one base class that a new model gets with one line."""

from .base import PublishingAdmin
from .forms import PublishingForm
from .needs import Need
from .read_only import AddressAdmin, UpdateNoteAdmin
from .rows import Rows, StackedRows, TranslatedRows
from .yearly_tasks import YearlyTaskAdmin

__all__ = [
    "AddressAdmin",
    "Need",
    "PublishingAdmin",
    "PublishingForm",
    "Rows",
    "StackedRows",
    "TranslatedRows",
    "UpdateNoteAdmin",
    "YearlyTaskAdmin",
]
