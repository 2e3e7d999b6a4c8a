"""Looking at a draft, or at a former version, through the public site itself."""

from csp.constants import SELF
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from content.publishing.history.as_of import settled
from content.publishing.models import Version
from content.publishing.preview.coming import coming
from content.publishing.preview.look import Look
from content.publishing.preview.mount import answer, framed
from content.publishing.preview.past import past

from .moment_in_address import as_segment, moment
from .offering import Offering
from .sharing import Sharing


class Previewing(Offering, Sharing):
    """
    A page with a frame, in which the public site stands with the draft in it.

    The frame's own address is no page of the admin: it has the public pages' headers.
    """

    def get_urls(self):
        return [
            *(path(f"<int:pk>/preview/{route}", *rest) for route, *rest in self.preview_urls()),
            *super().get_urls(),
        ]

    def preview_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        seen, version = self.admin_site.admin_view, "<int:version_pk>/"
        yield "", seen(self.preview_view), None, name
        yield "site/", self.preview_site, None, f"{name}_site"
        yield "site/<path:path>", self.preview_site
        yield version, seen(self.preview_version_view), None, f"{name}_version"
        yield f"{version}<str:at>/site/", self.past_site, None, f"{name}_past"
        yield f"{version}<str:at>/site/<path:path>", self.past_site

    def preview_view(self, request, pk):
        obj = self.seen(request, pk)
        if request.method == "POST":
            return self.share_or_close(request, obj)
        mount = self.address(obj, "preview_site")
        context = {
            "open_links": self.open_links(request),
            "may_share": self.may_share(request, obj),
            **self.offered(request, obj),
        }
        return self.preview_page(request, obj, mount, lambda: coming([obj]), context)

    def preview_version_view(self, request, pk, version_pk):
        obj = self.seen(request, pk)
        version = version_of(obj, version_pk)
        at = moment(request.GET.get("at")) or settled(version.saved_at)
        mount = self.address(obj, "preview_past", version.pk, as_segment(at))
        return self.preview_page(
            request, obj, mount, lambda: past(version, at), {"version": version, "at": at}
        )

    def preview_page(self, request, obj, mount, stage, context):
        look = Look.of(request.GET, mount, stage)
        response = TemplateResponse(
            request,
            "admin/publishable/preview.html",
            {
                **self.admin_site.each_context(request),
                "title": gettext("Preview: %s") % obj,
                "opts": self.opts,
                "original": obj,
                "look": look,
                **context,
            },
        )
        response._csp_update = {"frame-src": [SELF]}
        return response

    @method_decorator(require_safe)
    def preview_site(self, request, pk, path=""):
        obj = self.seen(request, pk)
        return self.framed_site(
            request, self.address(obj, "preview_site"), path, lambda: coming([obj])
        )

    @method_decorator(require_safe)
    def past_site(self, request, pk, version_pk, at, path=""):
        obj = self.seen(request, pk)
        version, when = version_of(obj, version_pk), moment(at)
        if when is None:
            raise Http404
        mount = self.address(obj, "preview_past", version.pk, at)
        return self.framed_site(request, mount, path, lambda: past(version, when))

    def framed_site(self, request, mount, path, stage):
        def staged():
            scene = stage()
            scene.is_framed = True
            return scene

        return framed(answer(request, mount.removesuffix("/"), f"/{path}", staged))

    def seen(self, request, pk):
        """The object, for those who may look at it."""
        if not self.admin_site.has_permission(request):
            raise PermissionDenied
        obj = self.model.objects.filter(pk=pk).first()
        if obj is None:
            raise Http404
        if not self.has_view_permission(request, obj):
            raise PermissionDenied
        return obj


def version_of(obj, pk):
    version = Version.objects.of(obj).filter(pk=pk).first()
    if version is None:
        raise Http404
    return version
