from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from content.pages.models import Initiative
from content.publishing.admin import PublishingAdmin

from .choosing import ChoosesPages


@admin.register(Initiative)
class InitiativeAdmin(ChoosesPages, PublishingAdmin):
    list_display = [
        "title",
        "page",
        "level",
        "state_shown",
        "english_shown",
        "last_updated_at",
        "public_link",
    ]
    list_filter = [
        *PublishingAdmin.list_filter,
        ("page", admin.RelatedOnlyFieldListFilter),
        "level",
    ]
    list_select_related = ["page"]
    search_fields = ["title_da", "title_en", "text_da", "text_en", "administration_da"]
    fieldsets = [
        (None, {"fields": ["page", "title", "text", "level", "administration", "position"]}),
        (_("Recommendations"), {"fields": ["follows"]}),
        (_("Source"), {"fields": ["source_name", "source_url", "source_date"]}),
    ]
