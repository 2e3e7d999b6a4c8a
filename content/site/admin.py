from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.admin import PublishingAdmin

from .models import SiteSettings


@admin.register(SiteSettings)
class SiteSettingsAdmin(PublishingAdmin):
    fieldsets = [
        (None, {"fields": ["site_name", "organisation"]}),
        (
            _("In the footer"),
            {"fields": ["street", "postal_code", "city", "cvr", "phone", "website"]},
        ),
        (
            _("Statements"),
            {
                "fields": [
                    "accessibility_statement_url",
                    "data_protection_url",
                    "security_contact",
                    "other_formats",
                ]
            },
        ),
        (_("Reminders"), {"fields": ["role_mailbox"]}),
    ]

    def has_add_permission(self, request):
        return False

    def why_keep(self, obj):
        return gettext("Every page shows the site settings, so they stay.")

    def changelist_view(self, request, extra_context=None):
        """There is one row: straight to its form."""
        settings = self.model.objects.first()
        may_see = self.has_view_or_change_permission(request)
        if settings is None or request.method == "POST" or not may_see:
            return super().changelist_view(request, extra_context)
        return HttpResponseRedirect(
            reverse("admin:site_sitesettings_change", args=[settings.pk])
        )
