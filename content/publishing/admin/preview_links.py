from django.contrib import admin, messages
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.models import PreviewLink
from content.publishing.preview import links

from .read_only import ReadOnlyAdmin


@admin.register(PreviewLink)
class PreviewLinkAdmin(ReadOnlyAdmin):
    """One's own links; administrators see everybody's."""

    list_display = ["shows", "created_by_name", "created_at", "expires_at", "state"]
    list_display_links = None
    actions = ["close_selected"]

    def has_module_permission(self, request):
        return request.user.is_staff

    def has_view_permission(self, request, obj=None):
        return request.user.is_staff

    def get_queryset(self, request):
        found = super().get_queryset(request).with_shared()
        if super().has_view_permission(request):
            return found
        return found.filter(created_by=request.user)

    @admin.display(description=_("shows"))
    def shows(self, link):
        if not link.is_open:
            return str(link)
        return format_html('<a href="{}">{}</a>', links.address_of(link), link)

    @admin.display(description=_("state"))
    def state(self, link):
        if link.revoked_at:
            return gettext("closed on %s") % date_format(
                localtime(link.revoked_at), "DATETIME_FORMAT"
            )
        return gettext("open") if link.is_open else gettext("expired")

    @admin.action(description=_("Close the selected links"))
    def close_selected(self, request, queryset):
        for link in queryset:
            links.close(link, by=request.user)
        self.message_user(
            request,
            gettext("The links are closed. Nobody can use them any more."),
            messages.SUCCESS,
        )
