"""Yearly figures from a CSV or XLSX file, and what is wrong with it."""

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from import_export import resources, results
from import_export.exceptions import FieldError
from import_export.fields import Field

from content.publishing import door, drafts, releasing
from content.publishing.history.snapshot import snapshot
from content.publishing.languages import each_language

from . import import_widgets
from .models import ConcernYear, Definition


class FileResult(results.Result):
    """Rows have the numbers that a spreadsheet shows: the headings are row 1."""

    def append_invalid_row(self, number, row, validation_error):
        super().append_invalid_row(number + 1, row, validation_error)

    def append_error_row(self, number, row, errors):
        super().append_error_row(number + 1, row, errors)


class ConcernYearResource(resources.ModelResource):
    """
    A row for each year; a year that is there already is changed, not doubled.

    The headings are the fields' names as the admin shows them. A column that is left
    out leaves its field as it is. New years wait for somebody to publish them.
    """

    year = Field("year", widget=import_widgets.whole_number())
    referrals = Field("referrals", widget=import_widgets.whole_number())
    interventions = Field("interventions", widget=import_widgets.whole_number())
    status = Field("status", widget=import_widgets.StatusWidget(), saves_null_values=False)
    definition = Field(
        "definition", widget=import_widgets.DefinitionWidget(), saves_null_values=False
    )
    note_da = Field("note_da", widget=import_widgets.TranslatedTextWidget())
    note_en = Field("note_en", widget=import_widgets.TranslatedTextWidget())
    source_date = Field("source_date", widget=import_widgets.date())

    class Meta:
        model = ConcernYear
        fields = [
            "year",
            "referrals",
            "interventions",
            "status",
            "definition",
            "note_da",
            "note_en",
            "source_name",
            "source_url",
            "source_date",
        ]
        import_id_fields = ["year"]
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        for name, field in self.fields.items():
            field.column_name = heading(name)

    def get_result_class(self):
        return FileResult

    def before_import(self, dataset, **kwargs):
        self.years_read = set()
        dataset.headers = self.recognised(dataset.headers or [])

    def recognised(self, headings):
        """The file's headings as this resource spells them; an error names the others."""
        spelling = {"": ""}
        for name in self.fields:
            spelling |= dict.fromkeys(spellings(name), heading(name))
        headings = [str(text or "").strip() for text in headings]
        strangers = [text for text in headings if text.casefold() not in spelling]
        if strangers:
            raise FieldError(
                _("There is no column called %(strangers)s. The columns are %(known)s.")
                % {
                    "strangers": ", ".join(strangers),
                    "known": ", ".join(heading(name) for name in self.fields),
                }
            )
        known = [spelling[text.casefold()] for text in headings]
        if known.count(heading("year")) != 1:
            raise FieldError(_("The file must have one column “%s”.") % heading("year"))
        return known

    def before_import_row(self, row, **kwargs):
        year = str(row.get(heading("year")) or "").strip()
        if year and year in self.years_read:
            raise ValidationError(
                {heading("year"): _("The file has this year more than once.")}
            )
        self.years_read.add(year)

    def get_instance(self, instance_loader, row):
        try:
            return super().get_instance(instance_loader, row)
        except ValueError:
            # Not a year. The column gets its message when the row is read.
            return None

    def after_init_instance(self, instance, new, row, **kwargs):
        if instance.is_published and not may_publish(kwargs.get("user")):
            raise ValidationError(
                _("The figures for %s are public. Somebody who may publish must change them.")
                % instance.year
            )
        if new:
            instance.definition = the_only_definition()
        else:
            check_nobody_is_at_it(instance, kwargs.get("seen"))

    def skip_row(self, instance, original, row, import_validation_errors=None):
        if not any(str(value or "").strip() for value in row.values()):
            return True
        return super().skip_row(instance, original, row, import_validation_errors)

    def validate_instance(self, instance, *args, **kwargs):
        try:
            super().validate_instance(instance, *args, **kwargs)
        except ValidationError as error:
            raise ValidationError(
                {self.column_of(name): errors for name, errors in error.error_dict.items()}
            ) from error

    def column_of(self, name):
        return self.fields[name].column_name if name in self.fields else name

    def save_instance(self, instance, is_create, row, **kwargs):
        if instance.is_published:
            publish_change(instance, kwargs.get("user"))
        else:
            super().save_instance(instance, is_create, row, **kwargs)
            drafts.keep(instance, snapshot(instance), author=kwargs.get("user"))


def heading(name):
    return str(capfirst(ConcernYear._meta.get_field(name).verbose_name))


def spellings(name):
    """What a column may be called: the field's name, or its heading in any language."""
    return {name} | {heading(name).casefold() for _code in each_language()}


def may_publish(user):
    return user is None or user.has_perm("statistics.publish_concernyear")


def check_nobody_is_at_it(instance, seen):
    """What somebody has written and not published, or saved since the look, stays."""
    if drafts.draft_of(instance):
        raise ValidationError(
            _("There is a draft of the figures for %s. Publish it or discard it first.")
            % instance.year
        )
    if seen is not None and releasing.changed_since(seen, [instance]):
        raise ValidationError(
            _("The figures for %s have been changed since you looked.") % instance.year
        )


def the_only_definition():
    """The definition of a row that names none, while there is no choice."""
    definitions = list(Definition.objects.published()[:2])
    return definitions[0] if len(definitions) == 1 else None


def publish_change(instance, author):
    """What the public has seen changes through the door, and the public is told."""
    note = {
        f"note_{code}": _("The figures for %s have been changed.") % instance.year
        for code in each_language()
    }
    door.publish(instance, author=author, **note)
