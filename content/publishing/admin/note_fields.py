from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.note import Note
from content.publishing.prose.plain_text import validate_characters, validate_no_phone_digits

from .textarea import TextArea

PROSE = [validate_characters, validate_no_phone_digits]


class NoteFields(forms.Form):
    """What the public is told of a publication."""

    update_note_da = forms.CharField(
        label=_("What has changed (Danish)"),
        max_length=500,
        required=False,
        validators=PROSE,
        widget=TextArea(attrs={"rows": 2, "lang": "da"}),
        help_text=_(
            "One sentence for the public, shown on the page and in the list of updates. "
            "Example: “The figures for 2016 have been added.”"
        ),
    )
    update_note_en = forms.CharField(
        label=_("What has changed (English)"),
        max_length=500,
        required=False,
        validators=PROSE,
        widget=TextArea(attrs={"rows": 2, "lang": "en"}),
        help_text=_("May be left empty."),
    )
    minor_change = forms.BooleanField(
        label=_("Minor change"),
        required=False,
        help_text=_(
            "A slip of the pen, say. The public is not told, and the date of the last "
            "update stays."
        ),
    )

    needs_note = False

    @property
    def note_fields(self):
        return [self[name] for name in NoteFields.base_fields]

    @property
    def note(self):
        """What the public is told when this is published; kept with the draft till then."""
        return Note(
            self.cleaned_data.get("update_note_da", ""),
            self.cleaned_data.get("update_note_en", ""),
            self.cleaned_data.get("minor_change", False),
        )

    def clean(self):
        super().clean()
        if self.errors.keys() & {"update_note_da", "update_note_en"}:
            return
        note = self.note
        if note.is_minor and (note.danish or note.english):
            self.add_error(
                "minor_change",
                gettext("Remove the tick or the text: a minor change is not told."),
            )
        elif note.english and not note.danish:
            self.add_error("update_note_da", gettext("Write it in Danish too."))
        elif self.needs_note and not (note.danish or note.is_minor):
            self.add_error(
                "update_note_da",
                gettext("Write what has changed, or tick “Minor change”."),
            )
