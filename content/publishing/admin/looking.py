from content.publishing.prose.linked import with_addresses
from content.publishing.rich_text import RichTextField


class Looking:
    """Who may only look at an object sees its texts as they are stored, but for references."""

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and not self.has_change_permission(request, obj):
            show_addresses(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def show_addresses(obj):
    for field in obj._meta.concrete_fields:
        if isinstance(field, RichTextField):
            # Past modeltranslation, which would give it to the active language as well.
            obj.__dict__[field.attname] = with_addresses(obj.__dict__[field.attname])
