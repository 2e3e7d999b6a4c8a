from django.contrib import admin
from django.contrib.admin.views.main import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from content.publishing.comparing.told import told
from content.publishing.models import Act

from .log_file import lines
from .log_filters import KindFilter, WhoFilter
from .own_views import OwnViews
from .read_only import ReadOnlyAdmin


@admin.register(Act)
class ActAdmin(OwnViews, ReadOnlyAdmin):
    """The audit log: for reading and for taking along, never for changing."""

    change_list_template = "admin/publishing/act/change_list.html"
    list_display = ["at", "user_name", "action", "label", "kind", "note"]
    list_display_links = ["at", "label"]
    list_filter = ["action", KindFilter, "at", WhoFilter]
    search_fields = ["label", "note", "user_name"]
    date_hierarchy = "at"
    list_select_related = ["content_type"]
    list_per_page = 50
    actions = None
    fields = ["at", "user_name", "action", "label", "kind", "note", "values"]

    def get_urls(self):
        return [self.route("file/", self.file_view, "file"), *super().get_urls()]

    def get_queryset(self, request):
        """The texts that were changed are long, and shown one at a time."""
        return super().get_queryset(request).defer("changes")

    @admin.display(description=_("kind of content"), ordering="content_type")
    def kind(self, act):
        return capfirst(act.content_type.name) if act.content_type else ""

    @admin.display(description=_("old and new values"))
    def values(self, act):
        return render_to_string("admin/publishing/act/_values.html", {"groups": told(act)})

    def file_view(self, request):
        """What the list shows, filtered and searched as it is, for a spreadsheet."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            acts = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(reverse("admin:publishing_act_changelist"))
        return StreamingHttpResponse(
            lines(acts.defer(None).order_by("-pk")),
            content_type="text/csv; charset=utf-8; header=present",
            headers={"Content-Disposition": 'attachment; filename="log.csv"'},
        )
