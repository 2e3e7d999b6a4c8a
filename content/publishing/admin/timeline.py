from django.contrib.admin.views.main import PAGE_VAR
from django.http import Http404
from django.utils.http import urlencode
from django.utils.translation import gettext

from content.publishing.comparing.comparison import whole
from content.publishing.comparing.labels import labels
from content.publishing.history import versions
from content.publishing.history.as_of import public_at, turn_after
from content.publishing.history.changes import Change
from content.publishing.models import Act

from .moment import MomentForm
from .moment_in_address import as_segment
from .own_views import OwnViews

ON_A_PAGE = 25


class Timeline(OwnViews):
    """Who did what to an object, when and why; and what the public saw on a day."""

    def get_urls(self):
        return [
            self.route("<path:object_id>/as_of/", self.as_of_view, "as_of"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        try:
            obj = self.visible(request, object_id)
        except Http404:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        acts = Act.objects.of(obj).select_related("version").defer("version__data")
        paginator = self.get_paginator(request, acts, ON_A_PAGE)
        found = paginator.get_page(request.GET.get(PAGE_VAR))
        return self.page(
            request,
            "history",
            title=gettext("History"),
            object=obj,
            acts=found,
            entries=[self.entry(obj, act) for act in found],
            page_var=PAGE_VAR,
            newest=versions.newest(obj),
            form=MomentForm(),
            may_change=self.has_change_permission(request, obj),
        )

    def entry(self, obj, act):
        changes = [Change(**change) for change in act.changes]
        version = act.version
        return {
            "act": act,
            "labels": labels(self.model, changes),
            "preview_url": version and self.address_if_any(obj, "preview_version", version.pk),
        }

    def as_of_view(self, request, object_id):
        obj = self.visible(request, object_id)
        form = MomentForm(request.GET)
        context = {"title": gettext("What was public then"), "object": obj, "form": form}
        if form.is_valid():
            context["moment"] = form.moment
            context |= self.shown_at(obj, form.moment)
        return self.page(request, "as_of", **context)

    def shown_at(self, obj, moment):
        act = public_at(obj, moment)
        if act is None:
            return {"version": None}
        version = act.version
        return {
            "version": version,
            "since": act,
            "until": turn_after(obj, act),
            "groups": whole(self.model, version.data),
            "preview_url": self.preview_at(obj, version, moment),
        }

    def preview_at(self, obj, version, moment):
        url = self.address_if_any(obj, "preview_version", version.pk)
        return url and f"{url}?{urlencode({'at': as_segment(moment)})}"
