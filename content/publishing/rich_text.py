"""The rich text of this site: what an editor may write is what a visitor gets."""

from django_prose_editor.fields import ProseEditorField

from .prose.sanitiser import EXTENSIONS, sanitise
from .prose.validators import validate_prose


class RichTextField(ProseEditorField):
    # Of the class, so that a new rule is no migration.
    default_validators = [validate_prose]

    def get_db_prep_save(self, value, connection):
        """Sanitised however it comes here: a form, an import or a line of code."""
        if isinstance(value, str):
            value = sanitise(value)
        return super().get_db_prep_save(value, connection)


def rich_text_field(*args, **kwargs):
    """A text field whose toolbar and sanitiser come from one list."""
    return RichTextField(*args, extensions=EXTENSIONS, sanitize=sanitise, **kwargs)
