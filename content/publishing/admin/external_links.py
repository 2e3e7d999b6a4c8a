from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from content.publishing.models import ExternalLink

from .read_only import ReadOnlyAdmin


@admin.register(ExternalLink)
class ExternalLinkAdmin(ReadOnlyAdmin):
    """Whether other sites still answer, and where to mend what doesn't."""

    list_display = ["url", "status", "found", "checked_at", "stands_in"]
    list_filter = ["status"]
    search_fields = ["url"]
    fields = [
        "open_link",
        "status",
        "found",
        "stands_in",
        "checked_at",
        "failures",
        "next_check_at",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_uses()

    @admin.display(description=_("address"))
    def open_link(self, link):
        return format_html('<a href="{}" rel="noreferrer">{}</a>', link.url, link.url)

    @admin.display(description=_("what was found"))
    def found(self, link):
        if link.moved_to:
            return format_html("{} {}", _("It has moved to"), link.moved_to)
        if link.reason:
            return link.get_reason_display()
        return link.http_status or self.get_empty_value_display()

    @admin.display(description=_("stands in"))
    def stands_in(self, link):
        """Each object once, with the way to its form."""
        objects = dict.fromkeys(use.source for use in link.uses.all() if use.source)
        return format_html_join(
            ", ", '<a href="{}">{}</a>', [(form_of(each), each) for each in objects]
        )


def form_of(instance):
    opts = instance._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[instance.pk])
