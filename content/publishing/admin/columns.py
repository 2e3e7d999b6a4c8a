from django.contrib.admin import display
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .work import with_work


class PublishingColumns:
    """What the list says of each object."""

    def get_queryset(self, request):
        return with_work(super().get_queryset(request))

    @display(description=_("state"), ordering="state")
    def state_shown(self, obj):
        return format_html(
            '<span class="state state-{}">{}</span>{}',
            obj.state,
            obj.get_state_display(),
            format_html_join("", ' <span class="work">{}</span>', self.work_under_way(obj)),
        )

    def work_under_way(self, obj):
        words = {"has_draft": gettext("draft"), "is_planned": gettext("planned")}
        return [(word,) for name, word in words.items() if getattr(obj, name, False)]

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
