"""The rows of an object, edited in its form."""

from django.contrib.admin import TabularInline
from django.forms import BaseInlineFormSet
from modeltranslation.admin import TranslationStackedInline, TranslationTabularInline

from .constraints import ConstraintForm
from .named_field import named
from .side_by_side import SideBySide


class NamedFields(BaseInlineFormSet):
    """In a table only the columns have labels: each field has its column's name as well."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            named(field)


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
