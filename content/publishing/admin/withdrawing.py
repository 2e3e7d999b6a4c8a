from django.contrib.admin import action
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing import door

from .seen import newest_version, seen_in
from .withdrawal_form import WithdrawalForm


class Withdrawing:
    """Withdrawing from the list and from the form; the public is told why."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.withdraw_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_withdraw"
        return [path("<path:object_id>/withdraw/", view, name=name), *super().get_urls()]

    @action(
        description=_("Withdraw the selected %(verbose_name_plural)s"), permissions=["publish"]
    )
    def withdraw_selected(self, request, queryset):
        # From below, so that a page comes after the pages below it.
        objects = [obj for obj in reversed(queryset) if obj.is_published]
        return self.ask_and_withdraw(request, objects)

    def withdraw_view(self, request, object_id):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        obj = super().get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        done = self.ask_and_withdraw(request, [obj] if obj.is_published else [])
        return done or HttpResponseRedirect(self.address(obj, "change"))

    def ask_and_withdraw(self, request, objects):
        answer = request.POST if "confirmed" in request.POST else None
        form = WithdrawalForm(answer, objects=objects)
        if not objects or not form.is_valid():
            return self.confirm_withdrawal(request, objects, form)
        for obj in objects:
            self.change_one(
                request, obj.pk, self.withdraw_one, gettext("“%s” is withdrawn."), form
            )
        return None

    def confirm_withdrawal(self, request, objects, form):
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Withdraw from the public"),
            "opts": self.opts,
            "objects": objects,
            "form": form,
            "seen": seen_in(request.POST or request.GET) or newest_version(),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/publishable/withdraw.html", context)

    def withdraw_one(self, request, obj, form):
        if not obj.is_published:
            raise ValidationError(gettext("Nothing of this is public."))
        withdrawal = form.withdrawal()
        if withdrawal.kind != withdrawal.Kind.KEPT and (reason := self.why_keep(obj)):
            raise ValidationError(reason)
        door.withdraw(obj, author=request.user, withdrawal=withdrawal)
