from content.pages.models import Page


class ChoosesPages:
    """Pages are found by typing: a list of all of them would be a form of its own."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and db_field.related_model is Page:
            field.label_from_instance = with_address
        return field


def with_address(page):
    """Two pages may have one title."""
    return f"{page} ({page.path})"
