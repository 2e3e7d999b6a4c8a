from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from content.pages.models import Recommendation
from content.publishing.admin import PublishingAdmin

from .choosing import ChoosesPages


@admin.register(Recommendation)
class RecommendationAdmin(ChoosesPages, PublishingAdmin):
    list_display = [
        "number",
        "title",
        "level",
        "state_shown",
        "english_shown",
        "last_updated_at",
        "public_link",
    ]
    list_display_links = ["title"]
    list_filter = [*PublishingAdmin.list_filter, "level"]
    list_select_related = ["page"]
    search_fields = ["title_da", "title_en", "text_da", "text_en", "number"]
    fieldsets = [
        (None, {"fields": ["page", "number", "title", "text", "level", "position"]}),
        (_("Source"), {"fields": ["source_name", "source_url", "source_date"]}),
    ]
