"""Where in a form, and since when."""

from django.utils import timezone

from content.publishing.rich_text import RichTextField


def anchor(model, column):
    """What a link to the column's field ends with."""
    # The rich-text editor hides the text area, and nobody is led to what is hidden.
    is_rich = isinstance(model._meta.get_field(column), RichTextField)
    return f"text-of-{column}" if is_rich else f"id_{column}"


def day(moment):
    """The date of `moment` here; today when it has not come yet."""
    return timezone.localdate(moment) if moment else timezone.localdate()
