"""What a file lacks for those who don't see it, told to the editor and refused by nobody."""

from django.utils.translation import gettext as _


def shortcomings(document):
    """As (field, message)."""
    found = []
    if document.lacks_tags:
        message = _(
            "The PDF has no tags, so a screen reader can't tell a heading from a table. Save "
            "it from Word as “PDF with document structure tags”."
        )
        found.append(("file", message))
    if document.lacks_title:
        message = _(
            "The PDF has no title, so a screen reader says the name of the file instead. "
            "Write a title under the file's properties, and save it again."
        )
        found.append(("file", message))
    if document.lacks_language:
        message = _(
            "The PDF doesn't say which language it is in, so it may be read aloud as another. "
            "Choose the language in the program that made it, and save it again."
        )
        found.append(("file", message))
    if document.is_image and not document.alt_da:
        message = _("Write what the picture shows. Who can't see it gets nothing else.")
        found.append(("alt_da", message))
    return found
