from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from content.publishing.comparing.comparison import compare, whole
from content.publishing.history import versions
from content.publishing.models import Version

from .offering import Offering
from .own_views import OwnViews
from .sitting import number


class Comparing(Offering, OwnViews):
    """Two versions of an object, field by field and language by language."""

    def get_urls(self):
        return [
            self.route("<path:object_id>/compare/", self.chosen_view, "compare_chosen"),
            self.route(
                "<path:object_id>/compare/<int:old>/<int:new>/", self.compare_view, "compare"
            ),
            *super().get_urls(),
        ]

    def chosen_view(self, request, object_id):
        """The versions ticked in the history, the elder first."""
        obj = self.visible(request, object_id)
        chosen = {number(request.GET.get(name)) for name in ["old", "new"]} - {None}
        if len(chosen) < 2:
            message = gettext("Choose two different versions to compare.")
            self.message_user(request, message, messages.WARNING)
            return HttpResponseRedirect(self.address(obj, "history"))
        return HttpResponseRedirect(self.address(obj, "compare", *sorted(chosen)))

    def compare_view(self, request, object_id, old, new):
        obj = self.visible(request, object_id)
        known = Version.objects.of(obj)
        old, new = (get_object_or_404(known, pk=each) for each in [old, new])
        context = {
            "title": gettext("Compare two versions"),
            "object": obj,
            "old": old,
            "new": new,
            "newest": versions.newest(obj),
            "comparison": compare(self.model, old.data, new.data),
            "may_change": self.has_change_permission(request, obj),
            **self.offered(request, obj, new),
        }
        if new.origin == Version.Origin.REFUSED:
            context |= {
                "theirs": whole(self.model, old.data),
                "yours": whole(self.model, new.data),
            }
        return self.page(request, "compare", **context)

    def render_change_form(self, request, context, *args, **kwargs):
        context["compare_url"] = self.draft_compared(request.sitting)
        return super().render_change_form(request, context, *args, **kwargs)

    def draft_compared(self, sitting):
        """Where the draft of the form is compared with what is public."""
        if not sitting.is_on_a_draft:
            return ""
        public = versions.newest_public(sitting.obj)
        return (
            self.address(sitting.obj, "compare", public.pk, sitting.shown.pk) if public else ""
        )
