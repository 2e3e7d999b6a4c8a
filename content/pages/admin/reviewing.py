from django.contrib.admin import action
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.pages import reviews
from content.publishing.history.versions import name_of


class Reviewing:
    """“Reviewed today”: a button on the form, and an action in the list."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.reviewed_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_reviewed"
        return [path("<path:object_id>/reviewed/", view, name=name), *super().get_urls()]

    def reviewed_view(self, request, object_id):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_change_permission(request):
            raise PermissionDenied
        obj = super().get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        self.mark_reviewed(request, obj)
        return HttpResponseRedirect(self.address(obj, "change"))

    @action(description=_("Reviewed today"), permissions=["change"])
    def mark_selected_reviewed(self, request, queryset):
        for page in queryset:
            self.mark_reviewed(request, page)

    def mark_reviewed(self, request, page):
        if page.is_published and self.has_publish_permission(request):
            message = gettext("“%s” is reviewed. The public sees the date.")
            self.change_one(request, page.pk, publish_review, message)
        else:
            message = gettext("“%s” is reviewed. The date is kept as a draft.")
            self.change_one(request, page.pk, draft_review, message)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "owner":
            # Of the form alone: a draft can be published when its owner has left.
            field.queryset = get_user_model().objects.filter(is_staff=True, is_active=True)
            field.label_from_instance = name_of
        return field


def publish_review(request, page):
    reviews.publish_review(page, author=request.user)


def draft_review(request, page):
    reviews.draft_review(page, author=request.user)
