"""A field in a table of rows, with its name: seen where the table has no room for a head."""

from django.forms import BoundField
from django.utils.html import format_html

from .english_field import EnglishField


class NamedField(BoundField):
    def as_widget(self, widget=None, attrs=None, only_initial=False):
        shown = super().as_widget(widget, attrs, only_initial)
        if self.is_hidden:
            return shown
        return format_html(
            '<label class="in-row" for="{}">{}</label>{}<div class="in-row help">{}</div>',
            self.id_for_label,
            self.label,
            shown,
            self.help_text,
        )


class NamedEnglishField(NamedField, EnglishField):
    pass


def named(field):
    is_english = field.bound_field_class is EnglishField
    field.bound_field_class = NamedEnglishField if is_english else NamedField
