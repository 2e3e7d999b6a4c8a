from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from content.publishing.admin import PublishingAdmin
from content.statistics.models import ConcernYear

from .years_import import YearsImport


@admin.register(ConcernYear)
class ConcernYearAdmin(YearsImport, PublishingAdmin):
    list_display = [
        "year",
        "referrals",
        "interventions",
        "status",
        "state_shown",
        "english_shown",
        "last_updated_at",
        "public_link",
    ]
    list_filter = [*PublishingAdmin.list_filter, "status", "definition"]
    search_fields = ["year", "note_da", "note_en"]
    fieldsets = [
        (None, {"fields": ["year", "referrals", "interventions", "status", "definition"]}),
        (_("Note"), {"fields": ["note"]}),
        (_("Source"), {"fields": ["source_name", "source_url", "source_date"]}),
    ]
