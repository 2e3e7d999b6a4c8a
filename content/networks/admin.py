from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from content.publishing.admin import PublishingAdmin, PublishingForm, TranslatedRows

from .models import MemberCity, Network


class NetworkForm(PublishingForm):
    constraint_fields = {
        "networks_network_month_needs_a_year": "joined_year",
        "networks_network_founded_before_joined": "joined_year",
    }


class MemberCityRows(TranslatedRows):
    model = MemberCity
    fields = ["name", "position"]


@admin.register(Network)
class NetworkAdmin(PublishingAdmin):
    form = NetworkForm
    list_display = ["name", "state_shown", "english_shown", "last_updated_at", "public_link"]
    search_fields = ["name", "lead_da", "lead_en", "cities__name_da", "cities__name_en"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [MemberCityRows]
    fieldsets = [
        (None, {"fields": ["name", "slug", "lead", "description"]}),
        (
            _("Facts"),
            {
                "fields": [
                    "founded",
                    ("joined_year", "joined_month"),
                    "secretariat",
                    "funding",
                    "website",
                    "position",
                ]
            },
        ),
        (_("Source"), {"fields": ["source_name", "source_url", "source_date"]}),
    ]
