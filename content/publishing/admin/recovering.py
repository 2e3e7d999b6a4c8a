from django.contrib import messages
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from content.publishing import recovery

from .own_views import OwnViews

ON_A_PAGE = 25


class Recovering(OwnViews):
    """What has been deleted, for those who may add."""

    change_list_template = "admin/publishable/change_list.html"

    def get_urls(self):
        return [
            self.route("deleted/", self.deleted_view, "deleted"),
            self.route("deleted/<int:pk>/recover/", self.recover_view, "recover"),
            *super().get_urls(),
        ]

    def deleted_view(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        deletions = recovery.deletions(self.model).defer("changes")
        paginator = self.get_paginator(request, deletions, ON_A_PAGE)
        return self.page(
            request,
            "deleted",
            title=gettext("Deleted"),
            deletions=paginator.get_page(request.GET.get(PAGE_VAR)),
            page_var=PAGE_VAR,
        )

    @method_decorator(require_POST)
    def recover_view(self, request, pk):
        if not self.has_add_permission(request):
            raise PermissionDenied
        deletion = get_object_or_404(recovery.deletions(self.model), pk=pk)
        try:
            obj = recovery.recover(deletion, author=request.user)
        except ValidationError as error:
            for reason in error.messages:
                self.message_user(request, reason, messages.ERROR)
            return HttpResponseRedirect(
                reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_deleted")
            )
        message = gettext("“%s” is back. The public doesn't see it before it is published.")
        self.message_user(request, message % obj, messages.SUCCESS)
        return HttpResponseRedirect(self.address(obj, "change"))
