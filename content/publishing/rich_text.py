"""The rich text of this site: what an editor may write is what a visitor gets."""

from django.core.exceptions import ValidationError
from django_prose_editor.fields import ProseEditorField, ProseEditorFormField

from .prose.linked import links, with_addresses, with_references
from .prose.reference import poses_as_reference
from .prose.rules.danger import forbidden_scheme
from .prose.sanitiser import EXTENSIONS, sanitise
from .prose.validators import validate_links, validate_prose


def clean(html):
    """As it is stored, however it comes here: a form, an import or a line of code."""
    return with_references(sanitise(html))


class RichTextFormField(ProseEditorFormField):
    """Shows addresses for references, and takes no reference that somebody typed."""

    def prepare_value(self, value):
        return with_addresses(value)

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value):
        _root, typed = links(value, poses_as_reference)
        if typed:
            raise ValidationError(forbidden_scheme("ref", "").message, code="forbidden-scheme")
        return super().clean(value)


class RichTextField(ProseEditorField):
    # Of the class, so that a new rule is no migration.
    default_validators = [validate_prose, validate_links]

    def pre_save(self, model_instance, add):
        """What is stored is what a version made of the object says."""
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            # Past modeltranslation, which would give it to the active language as well.
            model_instance.__dict__[self.attname] = value = clean(value)
        return value

    def get_db_prep_save(self, value, connection):
        """What an update writes doesn't come by `pre_save`."""
        if isinstance(value, str):
            value = clean(value)
        return super().get_db_prep_save(value, connection)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": RichTextFormField, **kwargs})


def rich_text_field(*args, **kwargs):
    """A text field whose toolbar and sanitiser come from one list."""
    return RichTextField(*args, extensions=EXTENSIONS, sanitize=clean, **kwargs)
