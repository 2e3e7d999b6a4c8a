"""The admin of content: one base class that a new model gets with one line."""

from .base import PublishingAdmin
from .external_links import ExternalLinkAdmin
from .forms import PublishingForm
from .needs import Need
from .read_only import AddressAdmin, UpdateNoteAdmin
from .rows import Rows, StackedRows, TranslatedRows

__all__ = [
    "AddressAdmin",
    "ExternalLinkAdmin",
    "Need",
    "PublishingAdmin",
    "PublishingForm",
    "Rows",
    "StackedRows",
    "TranslatedRows",
    "UpdateNoteAdmin",
]
