"""What the door writes: for reading, never for changing by hand."""

from django.contrib import admin

from content.publishing.models import Address, UpdateNote


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(UpdateNote)
class UpdateNoteAdmin(ReadOnlyAdmin):
    list_display = ["title", "note", "published_at", "author"]
    list_filter = ["content_type"]
    search_fields = ["title_da", "title_en", "note_da", "note_en"]
    date_hierarchy = "published_at"
    list_select_related = ["author"]


@admin.register(Address)
class AddressAdmin(ReadOnlyAdmin):
    list_display = ["path", "is_current", "content_type"]
    list_filter = ["is_current", "content_type"]
    search_fields = ["path"]
    list_select_related = ["content_type"]
