from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from content.publishing.history import acts
from content.publishing.models import Act, YearlyTask

from .constraints import ConstraintForm
from .side_by_side import SideBySide


@admin.register(YearlyTask)
class YearlyTaskAdmin(SideBySide, TranslationAdmin):
    form = ConstraintForm
    change_form_template = "admin/yearly_task.html"
    list_display = ["name", "due_on", "last_done_on", "last_done_by"]
    list_select_related = ["last_done_by"]
    actions = ["mark_done"]
    readonly_fields = ["last_done_on", "last_done_by"]
    fieldsets = [
        (None, {"fields": ["name", "what_to_do", "due_on"]}),
        (_("The last time"), {"fields": ["last_done_on", "last_done_by"]}),
    ]

    def get_urls(self):
        view = self.admin_site.admin_view(self.done_view)
        return [
            path("<path:object_id>/done/", view, name="publishing_yearlytask_done"),
            *super().get_urls(),
        ]

    def done_view(self, request, object_id):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_change_permission(request):
            raise PermissionDenied
        task = self.get_object(request, unquote(object_id))
        if task is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        self.done(request, task)
        return HttpResponseRedirect(
            reverse("admin:publishing_yearlytask_change", args=[task.pk])
        )

    @admin.action(description=_("Done today"), permissions=["change"])
    def mark_done(self, request, queryset):
        for task in queryset:
            self.done(request, task)

    @transaction.atomic
    def done(self, request, task):
        task.done(request.user)
        task.save()
        acts.write(Act.Action.DONE, task, by=request.user)
        message = gettext("“%(task)s” is done. Next time: %(date)s.")
        self.message_user(
            request,
            message % {"task": task, "date": date_format(task.due_on)},
            messages.SUCCESS,
        )
