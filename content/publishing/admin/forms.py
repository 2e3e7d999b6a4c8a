from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing import references
from content.publishing.note import Note
from content.publishing.prose.plain_text import validate_characters, validate_no_phone_digits

from .constraints import ConstraintForm

PROSE = [validate_characters, validate_no_phone_digits]


class PublishingForm(ConstraintForm):
    """A form whose save may be a publication, with what the public is told of it."""

    update_note_da = forms.CharField(
        label=_("What has changed (Danish)"),
        max_length=500,
        required=False,
        validators=PROSE,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField", "lang": "da"}),
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
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField", "lang": "en"}),
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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What the public is to be told is kept with the draft.
        note = getattr(self.instance, "note_of_draft", None)
        if note:
            self.initial |= {
                "update_note_da": note.danish,
                "update_note_en": note.english,
                "minor_change": note.is_minor,
            }

    @property
    def publishes(self):
        """Whether this save shows something new to the public."""
        return "_publish" in self.data

    @property
    def tells(self):
        """Whether what the public is told must be known by now."""
        return self.publishes or "_schedule" in self.data

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
        if "_reopen" in self.data:
            self.add_error(
                None, gettext("This was not saved before. Look it through, and save.")
            )
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
        elif self.tells and self.instance.is_published and not (note.danish or note.is_minor):
            self.add_error(
                "update_note_da",
                gettext("Write what has changed, or tick “Minor change”."),
            )

    def _post_clean(self):
        super()._post_clean()
        if not self.tells:
            return
        for name, target in references.unseen(self.instance).items():
            if name in self.errors:
                continue
            self.add_error(
                name if name in self.fields else None,
                gettext("“%(object)s” is not public. Publish it first.") % {"object": target},
            )
