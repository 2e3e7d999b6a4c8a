"""How a cell of an imported file becomes a value, or a message at its column."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export import widgets

from content.publishing.languages import each_language

from .models import ConcernYear, Definition


class FormFieldWidget(widgets.Widget):
    """
    Reads a cell as a form field would.

    import_export's own widgets make 12 of "12,5" and 1 of "1.200" without a word.
    """

    def __init__(self, field):
        super().__init__()
        self.field = field

    def clean(self, value, row=None, **kwargs):
        try:
            return self.field.clean(value)
        except ValidationError as error:
            raise ValueError(" ".join(error.messages)) from error


def whole_number():
    return FormFieldWidget(forms.IntegerField())


def date():
    formats = ["%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y"]
    return FormFieldWidget(forms.DateField(required=False, input_formats=formats))


class TranslatedTextWidget(widgets.CharWidget):
    """A text that has not been written is null in a language's column, not empty."""

    def clean(self, value, row=None, **kwargs):
        return super().clean(value, row, **kwargs) or None


class StatusWidget(widgets.Widget):
    """A status by its name in any of the site's languages."""

    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        try:
            return self.values()[str(value).strip().casefold()]
        except KeyError:
            labels = ", ".join(str(label) for label in ConcernYear.Status.labels)
            raise ValueError(_("Write one of these: %s.") % labels) from None

    def values(self):
        values = {value: value for value in ConcernYear.Status.values}
        for _code in each_language():
            values |= {
                str(label).casefold(): value for value, label in ConcernYear.Status.choices
            }
        return values

    def render(self, value, obj=None, **kwargs):
        return str(ConcernYear.Status(value).label) if value else ""


class DefinitionWidget(widgets.Widget):
    """A definition by its Danish name."""

    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        found = list(Definition.objects.filter(name_da=str(value).strip())[:2])
        if len(found) != 1:
            raise ValueError(_("There is no definition of this name, or more than one."))
        return found[0]

    def render(self, value, obj=None, **kwargs):
        return value.name_da if value else ""
