from content.publishing.comparing.comparison import whole
from content.publishing.history.snapshot import snapshot


class Reading:
    """Who may look and not change gets the text, as the history shows it."""

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and not self.has_change_permission(request, obj):
            context["whole"] = whole(self.model, snapshot(obj))
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
