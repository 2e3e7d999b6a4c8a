"""What needs doing: found in one query for the start page, and a filter in the list."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.admin import SimpleListFilter
from django.db.models import Count, Min, Q
from django.utils.translation import gettext_lazy as _

from content.publishing.models import Publishable
from content.publishing.rules import in_use, unpublished, with_outdated_english, without_english


@dataclass(frozen=True)
class Need:
    """Something that an object may lack, until somebody sees to it."""

    # In the address of the list.
    name: str
    label: str
    # From the model to the condition of its rows that lack it.
    condition: Callable[[type], Q]


UNPUBLISHED = Need("unpublished", _("not yet published"), unpublished)
ENGLISH = Need("english", _("English is missing"), without_english)
OUTDATED = Need("outdated", _("English is outdated"), with_outdated_english)


class NeedsFilter(SimpleListFilter):
    title = _("what needs doing")
    parameter_name = "needs"

    def lookups(self, request, model_admin):
        return [(need.name, need.label) for need in model_admin.needs]

    def queryset(self, request, queryset):
        # Set only by ModelAdmin.lookups above, so an unknown name finds nothing to do.
        for need in self.needs:
            if need.name == self.value():
                return in_use(queryset).filter(need.condition(queryset.model))
        return queryset

    def __init__(self, request, params, model, model_admin):
        self.needs = model_admin.needs
        super().__init__(request, params, model, model_admin)


def count(model, needs):
    """
    For each need how many rows have it, and the first of them; and how many are public.

    One query, however many rows and needs there are.
    """
    expressions = {"public": Count("pk", filter=Q(state=Publishable.State.PUBLISHED))}
    for need in needs:
        condition = need.condition(model)
        expressions[f"{need.name}_count"] = Count("pk", filter=condition)
        expressions[f"{need.name}_first"] = Min("pk", filter=condition)
    return in_use(model.objects.all()).aggregate(**expressions)
