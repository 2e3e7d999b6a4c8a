from django.utils.translation import gettext

from content.publishing import references

from .note_fields import NoteFields
from .schedule_form import ScheduleForm


class PublishingForm(NoteFields, ScheduleForm):
    """A form whose save may be a publication, with what the public is told of it."""

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
        return self.publishes or self.publishes_later

    def clean(self):
        super().clean()
        if "_reopen" in self.data:
            self.add_error(
                None, gettext("This was not saved before. Look it through, and save.")
            )

    @property
    def needs_note(self):
        return self.tells and self.instance.is_published

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
