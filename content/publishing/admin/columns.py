from django.contrib.admin import display
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class PublishingColumns:
    """What the list says of each object."""

    @display(description=_("state"), ordering="state")
    def state_shown(self, obj):
        return format_html(
            '<span class="state state-{}">{}</span>', obj.state, obj.get_state_display()
        )

    @display(description=_("public page"), empty_value="–")
    def public_link(self, obj):
        url = self.view_on_site(obj)
        if url is None:
            return ""
        return format_html(
            '<a href="{}">{}<span class="visually-hidden">: {}</span></a>',
            url,
            gettext("See it on the site"),
            obj,
        )

    def view_on_site(self, obj):
        if obj.is_published and hasattr(obj, "get_absolute_url"):
            return obj.get_absolute_url()
        return None
