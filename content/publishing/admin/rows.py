"""The rows of an object, edited in its form."""

from django.contrib.admin import TabularInline
from django.forms import BaseInlineFormSet
from modeltranslation.admin import TranslationStackedInline, TranslationTabularInline

from .constraints import ConstraintForm
from .side_by_side import SideBySide


class NamedFields(BaseInlineFormSet):
    """In a table only the columns have labels: each field says its column's name aloud."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for bound in form.visible_fields():
            bound.field.widget.attrs["aria-label"] = bound.label


class Rows(TabularInline):
    """Short rows in one language, such as opening hours."""

    form = ConstraintForm
    formset = NamedFields
    extra = 0


class TranslatedRows(SideBySide, TranslationTabularInline):
    """Short rows in both languages."""

    form = ConstraintForm
    formset = NamedFields
    extra = 0


class StackedRows(SideBySide, TranslationStackedInline):
    """Rows with too many fields to stand in one line."""

    form = ConstraintForm
    extra = 0
