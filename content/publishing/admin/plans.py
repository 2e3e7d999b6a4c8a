"""What is planned, what has been, and what failed; and making a joint publication."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html_join, linebreaks
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing import plans
from content.publishing.models import Plan, PlannedAct
from content.publishing.plans.making import in_words

from .plan_form import PlanForm


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"
    conditions = {
        Plan.State.WAITING: {"done_at": None, "failed_at": None},
        Plan.State.DONE: {"done_at__isnull": False},
        Plan.State.FAILED: {"failed_at__isnull": False},
    }

    def lookups(self, request, model_admin):
        return Plan.State.choices

    def queryset(self, request, queryset):
        return queryset.filter(**self.conditions.get(self.value(), {}))


@admin.register(Plan)
class PlanAdmin(admin.ModelAdmin):
    list_display = ["when", "title_shown", "parts", "state_shown", "made_by_name"]
    list_filter = [StateFilter]
    fields = ["title", "when", "parts", "state_shown", "reasons", "made_by_name", "made_at"]

    def get_queryset(self, request):
        acts = PlannedAct.objects.with_newest().select_related("content_type")
        return super().get_queryset(request).prefetch_related(Prefetch("acts", acts))

    def get_actions(self, request):
        return {}

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        """What has been carried out stays in the list; what waits can be called off."""
        may_delete = super().has_delete_permission(request, obj)
        return may_delete and (obj is None or (obj.is_open and may_publish_all(request, obj)))

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        with transaction.atomic():
            form = PlanForm(request)
            if form.is_valid() and (plan := form.save()):
                return self.response_made(request, plan)
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Publish together"),
            "opts": self.opts,
            "form": form,
        }
        return TemplateResponse(request, "admin/publishing/plan/add.html", context)

    def response_made(self, request, plan):
        if plan.done_at:
            message = gettext("“%s” is public.") % plan
        else:
            when = {"object": plan, "when": in_words(plan.at)}
            message = gettext("“%(object)s” goes out on %(when)s.") % when
        self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:publishing_plan_changelist"))

    def delete_model(self, request, obj):
        """Its log is the log of what was on it."""
        try:
            plans.call_off(obj, author=request.user)
        except ValidationError as error:
            self.message_user(request, error.message, messages.ERROR)

    def log_deletions(self, request, queryset):
        return []

    @admin.display(description=_("when"), ordering="at")
    def when(self, plan):
        return in_words(plan.at)

    @admin.display(description=_("title"), empty_value="–")
    def title_shown(self, plan):
        return plan.title

    @admin.display(description=_("what"))
    def parts(self, plan):
        lines = [(act.get_action_display(), act.title) for act in plan.acts.all()]
        return format_html_join("", "<div>{}: {}</div>", lines)

    @admin.display(description=_("state"))
    def state_shown(self, plan):
        if plan.is_open and any(act.is_outdated for act in plan.acts.all()):
            return gettext("waiting, but can't be kept: changed by hand since")
        return plan.state.label

    @admin.display(description=_("why it failed"), empty_value="–")
    def reasons(self, plan):
        return linebreaks(plan.failure, autoescape=True)


def may_publish_all(request, plan):
    models = {act.content_type.model_class() for act in plan.acts.all()}
    return all(
        admin.site.get_model_admin(model).has_publish_permission(request) for model in models
    )
