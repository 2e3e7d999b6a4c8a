"""What the door writes: for reading, never for changing by hand."""

from django.contrib import admin
from django.template.defaultfilters import yesno
from django.utils.translation import gettext_lazy as _

from content.publishing.models import Address, UpdateNote


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("kind of content"), ordering="content_type")
    def kind(self, row):
        return row.content_type.name


@admin.register(UpdateNote)
class UpdateNoteAdmin(ReadOnlyAdmin):
    list_display = ["title", "note", "published_at", "author"]
    search_fields = ["title_da", "title_en", "note_da", "note_en"]
    date_hierarchy = "published_at"
    list_select_related = ["author"]
    fields = ["title", "kind", "note_da", "note_en", "published_at", "author"]


@admin.register(Address)
class AddressAdmin(ReadOnlyAdmin):
    list_display = ["path", "in_use", "kind"]
    list_filter = ["is_current"]
    search_fields = ["path"]
    list_select_related = ["content_type"]
    fields = ["path", "in_use", "kind"]

    @admin.display(description=_("in use"), ordering="is_current")
    def in_use(self, address):
        """In words: the name of Django's icon is English."""
        return yesno(address.is_current)
