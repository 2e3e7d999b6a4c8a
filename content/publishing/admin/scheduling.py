"""Planning from the form when its object goes out, or comes off."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from content.publishing import plans
from content.publishing.models import PlannedAct
from content.publishing.plans.making import in_words

from .saved import SAVED


class Scheduling:
    def get_urls(self):
        view = self.admin_site.admin_view(self.unschedule_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_unschedule"
        route = "<path:object_id>/unschedule/<int:act_id>/"
        return [path(route, view, name=name), *super().get_urls()]

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.why_keep = lambda _form, instance: self.why_keep(instance)
        return form

    def schedule_fields(self, request):
        """Shown beside what the public is told."""
        return [("publish_at", "expire_at")] if self.has_publish_permission(request) else []

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.sitting.publish_at = form.cleaned_data.get("publish_at")
        request.sitting.expire_at = form.cleaned_data.get("expire_at")

    def after_draft(self, request, sitting):
        response = super().after_draft(request, sitting)
        if response or sitting.lacks_second_pair or "_schedule" not in request.POST:
            return response
        target = sitting.instance
        if sitting.publish_at:
            entry = plans.Entry(target, sitting.version)
            plans.make(sitting.publish_at, [entry], author=request.user)
            self.say_when(request, gettext("“%(object)s” goes out on %(when)s."), target)
        if sitting.expire_at:
            plans.make(sitting.expire_at, [plans.Entry(target)], author=request.user)
            self.say_when(request, gettext("“%(object)s” comes off on %(when)s."), target)
        return HttpResponseRedirect(self.address(target, "change"))

    def say_when(self, request, message, target):
        at = PlannedAct.objects.of(target).latest("pk").plan.at
        told = message % {"object": target, "when": in_words(at)}
        self.message_user(request, told, messages.SUCCESS, SAVED)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["planned_acts"] = planned(obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @method_decorator(require_POST)
    def unschedule_view(self, request, object_id, act_id):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        obj = super().get_object(request, unquote(object_id))
        act = obj and PlannedAct.objects.of(obj).filter(pk=act_id).first()
        if act is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        try:
            plans.take_off(act, author=request.user)
        except ValidationError as error:
            self.message_user(request, error.message, messages.ERROR)
        else:
            message = gettext("“%s” is taken off the plan.") % obj
            self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(self.address(obj, "change"))


def planned(obj):
    """What is to come of `obj`, and what failed and has not been decided on since."""
    acts = PlannedAct.objects.of(obj).filter(plan__done_at=None).with_newest()
    return [
        act
        for act in acts.select_related("plan", "version").order_by("plan__at", "pk")
        if act.plan.is_open or act.newest_at is None or act.newest_at < act.plan.failed_at
    ]
