"""What the list says of the English of each object."""

from django.contrib.admin import SimpleListFilter, display
from django.db.models import Exists, Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from content.publishing.languages import untranslated
from content.publishing.models import Translation
from content.publishing.rules import texts, with_outdated_english, without_english

State = Translation.State


class EnglishColumn:
    """The worst that can be said of any text of the object and its rows."""

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        mark(changelist.result_list)
        return changelist

    @display(description=_("English"), empty_value="–")
    def english_shown(self, obj):
        if obj.english is None:
            return ""
        return format_html(
            '<span class="state english-{}">{}</span>', obj.english, obj.english.label
        )


class EnglishFilter(SimpleListFilter):
    title = _("English")
    parameter_name = "translation"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        if self.value() not in State.values:
            return queryset
        return queryset.filter(condition(queryset.model, self.value()))


def condition(model, state):
    missing, outdated = without_english(model), with_outdated_english(model)
    return {
        State.MISSING: missing,
        State.OUTDATED: outdated,
        State.CURRENT: written(model) & ~missing & ~outdated,
    }[state]


def written(model):
    return Q(Exists(texts(model, State.CURRENT)))


def mark(objects):
    """Give each its state, read in one query."""
    found = {obj.pk: set() for obj in objects}
    if not found:
        return
    known = Translation.objects.of_model(type(objects[0])).filter(object_id__in=found)
    for pk, state in known.order_by().values_list("object_id", "state").distinct():
        found[pk].add(state)
    for obj in objects:
        if untranslated(obj, "en"):
            found[obj.pk].add(State.MISSING)
        obj.english = next((state for state in State if state in found[obj.pk]), None)
