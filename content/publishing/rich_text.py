"""The rich text of this site: what an editor may write is what a visitor gets."""

from django_prose_editor.fields import ProseEditorField

from .prose.sanitiser import EXTENSIONS, sanitise


def rich_text_field(*args, **kwargs):
    """A text field whose toolbar and sanitiser come from one list."""
    return ProseEditorField(*args, extensions=EXTENSIONS, sanitize=sanitise, **kwargs)
