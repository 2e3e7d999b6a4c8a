from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path

from content.publishing import presence


class Presence:
    """The form says who else has it open, and its script says every now and then that it is."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.presence_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_presence"
        return [path("<path:object_id>/presence/", view, name=name), *super().get_urls()]

    def presence_view(self, request, object_id):
        obj = self.model.objects.filter(pk=unquote(object_id)).first()
        if request.method != "POST" or obj is None:
            raise PermissionDenied
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        presence.arrive(obj, request.user)
        return JsonResponse({"others": presence.others(obj, request.user)})
