"""The admin of content: one base class that a new model gets with one line."""

from .base import PublishingAdmin
from .external_links import ExternalLinkAdmin
from .forms import PublishingForm
from .log import ActAdmin
from .needs import Need
from .plans import PlanAdmin
from .preview_links import PreviewLinkAdmin
from .read_only import AddressAdmin, UpdateNoteAdmin
from .rows import Rows, StackedRows, TranslatedRows
from .seen import SeenField
from .yearly_tasks import YearlyTaskAdmin

__all__ = [
    "ActAdmin",
    "AddressAdmin",
    "ExternalLinkAdmin",
    "Need",
    "PlanAdmin",
    "PreviewLinkAdmin",
    "PublishingAdmin",
    "PublishingForm",
    "Rows",
    "SeenField",
    "StackedRows",
    "TranslatedRows",
    "UpdateNoteAdmin",
    "YearlyTaskAdmin",
]
