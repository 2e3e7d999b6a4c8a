"""The rich text of this site: what an editor may write is what a visitor gets."""

from django_prose_editor.fields import ProseEditorField

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    # A page has one h1, its title.
    "Heading": {"levels": [2, 3, 4]},
    "Link": {"enableTarget": False, "protocols": ["https", "http", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}


def rich_text_field(*args, **kwargs):
    """A text field whose toolbar and sanitiser come from one list."""
    return ProseEditorField(*args, extensions=EXTENSIONS, sanitize=True, **kwargs)
