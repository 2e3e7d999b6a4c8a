"""The rows of an object, edited in its form."""

from django.contrib.admin import TabularInline
from modeltranslation.admin import TranslationStackedInline, TranslationTabularInline

from .constraints import ConstraintForm
from .side_by_side import SideBySide


class Rows(TabularInline):
    """Short rows in one language, such as opening hours."""

    form = ConstraintForm
    extra = 0


class TranslatedRows(SideBySide, TranslationTabularInline):
    """Short rows in both languages."""

    form = ConstraintForm
    extra = 0


class StackedRows(SideBySide, TranslationStackedInline):
    """Rows with too many fields to stand in one line."""

    form = ConstraintForm
    extra = 0
