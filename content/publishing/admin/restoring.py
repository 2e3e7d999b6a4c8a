from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from content.publishing import restoring
from content.publishing.history import versions
from content.publishing.models import Version

from .own_views import OwnViews
from .sitting import number


class Restoring(OwnViews):
    """Any version into a draft."""

    def get_urls(self):
        return [
            self.route("<path:object_id>/restore/<int:pk>/", self.restore_view, "restore"),
            *super().get_urls(),
        ]

    @method_decorator([require_POST, transaction.atomic])
    def restore_view(self, request, object_id, pk):
        obj = self.visible(request, object_id)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        version = get_object_or_404(Version.objects.of(obj), pk=pk)
        newest, seen = versions.newest(obj), number(request.POST.get("_seen"))
        if newest and newest.pk != seen:
            message = gettext("Somebody has saved since. See what it is before you go back.")
            self.message_user(request, message, messages.WARNING)
            return HttpResponseRedirect(self.address(obj, "compare", newest.pk, version.pk))
        return self.restored(request, obj, version)

    def restored(self, request, obj, version):
        try:
            restoring.restore(version, author=request.user)
        except ValidationError as error:
            for reason in error.messages:
                self.message_user(request, reason, messages.ERROR)
            return HttpResponseRedirect(self.address(obj, "history"))
        message = gettext(
            "The text is back as a draft. The public sees it when it is published."
        )
        self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(self.address(obj, "change"))
