from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.forms import FileInput
from django.http import FileResponse, Http404
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.pages.document_rules import (
    lacking_title_or_language,
    not_examined,
    without_alt,
)
from content.pages.models import Document
from content.pages.uploads.field import InspectedFileField
from content.publishing.admin import Need, PublishingAdmin

from .choosing import ChoosesPages

FILE = (
    _("The file as it is"),
    {"fields": ["open_file", "media_type", "readable_size", "page_count", "file_title"]},
)


def accessibility_unknown(model):
    return not_examined()


def pdf_lacks(model):
    return lacking_title_or_language()


def alt_unsaid(model):
    return without_alt()


@admin.register(Document)
class DocumentAdmin(ChoosesPages, PublishingAdmin):
    list_display = [
        "title",
        "page",
        "language",
        "readability",
        "state_shown",
        "english_shown",
        "last_updated_at",
        "public_link",
    ]
    list_filter = [*PublishingAdmin.list_filter, "language", "readability"]
    list_select_related = ["page"]
    autocomplete_fields = ["page"]
    search_fields = ["title_da", "title_en"]
    readonly_fields = FILE[1]["fields"]
    # Files have no addresses of their own, which the usual widget would show.
    formfield_overrides = {
        **PublishingAdmin.formfield_overrides,
        InspectedFileField: {"widget": FileInput},
    }
    needs = [
        *PublishingAdmin.needs,
        Need(
            "accessibility", _("the accessibility has not been examined"), accessibility_unknown
        ),
        Need("lacks", _("the PDF lacks tags, a title or a language"), pdf_lacks),
        Need("alt", _("what the picture shows is not said"), alt_unsaid),
    ]
    fieldsets = [
        (
            None,
            {"fields": ["page", "title", "file", "alt", "language", "readability", "position"]},
        ),
    ]

    def get_fieldsets(self, request, obj=None):
        (name, options), *others = super().get_fieldsets(request, obj)
        if obj is None:
            return [(name, options), *others]
        fields = options["fields"]
        if not self.has_change_permission(request, obj):
            fields = [field for field in fields if field != "file"]
        return [(name, {**options, "fields": fields}), FILE, *others]

    def get_urls(self):
        view = self.admin_site.admin_view(self.file_view)
        return [
            path("<path:object_id>/file/", view, name="pages_document_file"),
            *super().get_urls(),
        ]

    def file_view(self, request, object_id):
        """The file for editors, before the public sees it."""
        document = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, document):
            raise PermissionDenied
        if document is None or not document.file.storage.exists(document.file.name):
            raise Http404
        return FileResponse(
            document.file.open(),
            as_attachment=True,
            filename=document.file_name,
            content_type=document.media_type,
        )

    @admin.display(description=_("file"))
    def open_file(self, document):
        url = reverse("admin:pages_document_file", args=[document.pk])
        return format_html('<a href="{}">{}</a>', url, gettext("Download the file"))

    @admin.display(description=_("size"))
    def readable_size(self, document):
        return filesizeformat(document.size)
