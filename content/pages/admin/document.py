from django.contrib import admin
from django.db.models import Q
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from content.pages.models import Document
from content.publishing.admin import Need, PublishingAdmin


def not_examined(model):
    return Q(readability=Document.Readability.UNKNOWN)


@admin.register(Document)
class DocumentAdmin(PublishingAdmin):
    list_display = [
        "title",
        "page",
        "language",
        "readability",
        "state_shown",
        "last_updated_at",
        "public_link",
    ]
    list_filter = [*PublishingAdmin.list_filter, "language", "readability"]
    list_select_related = ["page"]
    search_fields = ["title_da", "title_en"]
    readonly_fields = ["media_type", "readable_size", "page_count"]
    needs = [
        *PublishingAdmin.needs,
        Need("accessibility", _("the accessibility has not been examined"), not_examined),
    ]
    fieldsets = [
        (None, {"fields": ["page", "title", "file", "language", "readability", "position"]}),
        (_("Read off the file"), {"fields": ["media_type", "readable_size", "page_count"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj:
            return fieldsets
        return [each for each in fieldsets if "media_type" not in each[1]["fields"]]

    @admin.display(description=_("size"))
    def readable_size(self, document):
        return filesizeformat(document.size)
