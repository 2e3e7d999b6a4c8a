"""Danish and English beside each other, each marked with its language."""

from itertools import groupby

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import Media, Script

from content.publishing.languages import DEFAULT
from content.publishing.rich_text import RichTextField

from .english_field import EnglishField
from .textarea import PlainLineBreaks, TextArea


class ProseWidget(PlainLineBreaks, AdminProseEditorWidget):
    """The editor, in Danish, with the browser's spelling checker at work in it."""

    @property
    def media(self):
        return super().media + Media(js=[Script("js/prose-names.js", defer=True)])

    def get_config(self):
        config = super().get_config()
        extensions = {**config["extensions"]}
        extensions.pop("NoSpellCheck", None)
        return {**config, "extensions": extensions}

    def render(self, name, value, attrs=None, renderer=None):
        """The checker reads a text's language off what it stands in; links lead here."""
        return format_html(
            '<div class="prose" id="text-of-{}" lang="{}">{}</div>',
            name,
            self.attrs.get("lang", DEFAULT),
            super().render(name, value, attrs, renderer),
        )


class SideBySide:
    """For a ModelAdmin or an inline of modeltranslation's; stands before it."""

    formfield_overrides = {
        RichTextField: {"widget": ProseWidget},
        models.TextField: {"widget": TextArea(attrs={"rows": 4})},
        models.ManyToManyField: {"widget": CheckboxSelectMultiple},
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        if isinstance(field.widget, RelatedFieldWidgetWrapper):
            # No windows on top of the form: the other list is one click away.
            field.widget = field.widget.widget
        if language := getattr(db_field, "language", None):
            field.widget.attrs["lang"] = language
            field.label = localized_label(db_field.translated_field, language)
            field.bound_field_class = None if language == DEFAULT else EnglishField
        return field

    def get_fieldsets(self, request, obj=None):
        return [
            (name, {**options, "fields": self.in_rows(options["fields"])})
            for name, options in super().get_fieldsets(request, obj)
        ]

    def in_rows(self, names):
        """The same names, with a field's languages together in one row."""
        rows = [list(group) for _, group in groupby(names, key=self.original_name)]
        return [row[0] if len(row) == 1 else tuple(row) for row in rows]

    def original_name(self, name):
        for original, translations in self.trans_opts.all_fields.items():
            if name in {field.name for field in translations}:
                return original
        return name


def localized_label(field, language):
    name = get_language_info(language)["name_translated"].lower()
    return f"{capfirst(field.verbose_name)} ({name})"
