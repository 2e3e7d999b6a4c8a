"""Links to a draft for people without an account."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext

from content.publishing.preview import links


class Sharing:
    """Whoever may change an object may show its draft to others."""

    def may_share(self, request, obj):
        return self.has_change_permission(request, obj)

    def open_links(self, request):
        """The user's own, each with its whole address."""
        return [
            (link, settings.SITE_URL + links.address_of(link))
            for link in links.open_links_of(request.user)
        ]

    def share_or_close(self, request, obj):
        if "_close" in request.POST:
            self.close_link(request, request.POST["_close"])
        elif "_add" in request.POST:
            self.add_to_link(request, obj, request.POST.get("link"))
        else:
            self.share(request, obj)
        return HttpResponseRedirect(f"{self.address(obj, 'preview')}#links")

    def share(self, request, obj):
        if not self.may_share(request, obj):
            raise PermissionDenied
        links.share(obj, by=request.user)
        self.message_user(
            request, gettext("The link is made. Copy its address below."), messages.SUCCESS
        )

    def add_to_link(self, request, obj, key):
        if not self.may_share(request, obj):
            raise PermissionDenied
        link = self.own_link(request, key)
        if link is not None:
            links.add(link, obj, by=request.user)
            message = gettext("The link shows “%s” as well.") % obj
            self.message_user(request, message, messages.SUCCESS)

    def close_link(self, request, key):
        link = self.own_link(request, key)
        if link is not None:
            links.close(link, by=request.user)
            message = gettext("The link is closed. Nobody can use it any more.")
            self.message_user(request, message, messages.SUCCESS)

    def own_link(self, request, key):
        """One of the user's open links; said when there is none."""
        link = links.open_links_of(request.user).filter(pk=as_key(key)).first()
        if link is None:
            self.message_user(request, gettext("The link is not open."), messages.ERROR)
        return link


def as_key(text):
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None
