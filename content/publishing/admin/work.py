"""What the list knows of work that is under way: drafts and plans."""

from django.contrib.admin import SimpleListFilter
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from content.publishing.models import Draft, PlannedAct


def with_work(queryset):
    """Each object with `has_draft` and `is_planned`, in the same query."""
    mine = {
        "content_type": ContentType.objects.get_for_model(queryset.model),
        "object_id": OuterRef("pk"),
    }
    return queryset.annotate(
        has_draft=Exists(Draft.objects.filter(**mine)),
        is_planned=Exists(PlannedAct.objects.open().filter(**mine)),
    )


class WorkFilter(SimpleListFilter):
    title = _("work under way")
    parameter_name = "work"

    def lookups(self, request, model_admin):
        return [("has_draft", _("draft")), ("is_planned", _("planned"))]

    def queryset(self, request, queryset):
        if self.value() not in {"has_draft", "is_planned"}:
            return queryset
        return queryset.filter(**{self.value(): True})
