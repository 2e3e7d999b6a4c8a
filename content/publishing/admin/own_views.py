from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path


class OwnViews:
    """What the pages beside the form have in common."""

    def route(self, pattern, view, name):
        """As admin:<app>_<model>_<name>."""
        return path(
            pattern,
            self.admin_site.admin_view(view),
            name=f"{self.opts.app_label}_{self.opts.model_name}_{name}",
        )

    def visible(self, request, object_id):
        """The object of the address, for those who may see it."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        return obj

    def page(self, request, template, **context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/publishable/{template}.html", context)

    def address_if_any(self, obj, view, *args):
        try:
            return self.address(obj, view, *args)
        except NoReverseMatch:
            return ""
