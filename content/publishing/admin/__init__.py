"""The admin of content: one base class that a new model gets with one line."""

from .base import PublishingAdmin
from .forms import PublishingForm
from .needs import Need
from .preview_links import PreviewLinkAdmin
from .read_only import AddressAdmin, UpdateNoteAdmin
from .rows import Rows, StackedRows, TranslatedRows

__all__ = [
    "AddressAdmin",
    "Need",
    "PreviewLinkAdmin",
    "PublishingAdmin",
    "PublishingForm",
    "Rows",
    "StackedRows",
    "TranslatedRows",
    "UpdateNoteAdmin",
]
