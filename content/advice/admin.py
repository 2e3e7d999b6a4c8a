from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.admin import (
    Need,
    PublishingAdmin,
    Rows,
    StackedRows,
    TranslatedRows,
)

from .models import (
    AdviceUnit,
    ClosedDay,
    HelpLine,
    HelpLineHours,
    OpeningHours,
    PhoneNumber,
)
from .verification import unverified


def with_unverified_number(model):
    return Q(Exists(PhoneNumber.objects.filter(unverified(), unit=OuterRef("pk"))))


def line_unverified(model):
    return unverified()


NUMBER_UNVERIFIED = _("the number has not been called for a month")


class PhoneNumberRows(StackedRows):
    model = PhoneNumber
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("number", "verified_on"),
                    "label",
                    ("source_name", "source_url", "source_date"),
                    "position",
                ]
            },
        ),
    ]


class OpeningHoursRows(Rows):
    model = OpeningHours


class ClosedDayRows(TranslatedRows):
    model = ClosedDay
    fields = ["date", "reason"]


class HelpLineHoursRows(Rows):
    model = HelpLineHours


@admin.register(AdviceUnit)
class AdviceUnitAdmin(PublishingAdmin):
    list_display = ["name", "state_shown", "english_shown", "last_updated_at", "public_link"]
    search_fields = ["name_da", "name_en", "phone_numbers__number"]
    needs = [*PublishingAdmin.needs, Need("number", NUMBER_UNVERIFIED, with_unverified_number)]
    inlines = [PhoneNumberRows, OpeningHoursRows, ClosedDayRows]
    fieldsets = [
        (None, {"fields": ["name", "summary", "email"]}),
        (_("For whom"), {"fields": ["for_parents", "for_pedagogues", "for_teachers"]}),
        (
            _("What happens when you call"),
            {
                "description": _("A field without a fact stays empty, and is not shown."),
                "fields": [
                    "call_process",
                    "anonymity",
                    "confidentiality",
                    "record_duty",
                    "information_sharing",
                    "cost",
                    "interpreter",
                ],
            },
        ),
        (_("Placement"), {"fields": ["position"]}),
    ]

    def why_keep(self, obj):
        others = self.model.objects.published().exclude(pk=obj.pk)
        if obj.is_published and not others.exists():
            return gettext("The number stands on every page, so the last unit stays public.")
        return super().why_keep(obj)


@admin.register(HelpLine)
class HelpLineAdmin(PublishingAdmin):
    list_display = [
        "name",
        "number",
        "state_shown",
        "english_shown",
        "last_updated_at",
        "public_link",
    ]
    search_fields = ["name_da", "name_en", "situation_da", "situation_en", "number"]
    needs = [*PublishingAdmin.needs, Need("number", NUMBER_UNVERIFIED, line_unverified)]
    inlines = [HelpLineHoursRows]
    fieldsets = [
        (None, {"fields": ["name", "situation", ("number", "verified_on"), "description"]}),
        (_("Placement"), {"fields": ["takes_over", "position"]}),
        (_("Source"), {"fields": ["source_name", "source_url", "source_date"]}),
    ]
