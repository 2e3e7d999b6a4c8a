from content.publishing import drafts, second_pair

from .bulk import newest_version


class Offering:
    """What lies ready can be published from the page where it is looked at."""

    def offered(self, request, obj, version=None):
        """`version` is what the page shows, if it shows any one."""
        shown = drafts.shown_to_editors(obj)
        if not self.lies_ready(obj, shown) or (version and version != shown):
            return {}
        if not self.has_publish_permission(request):
            return {}
        if second_pair.is_missing(obj, request.user, shown and shown.author):
            return {}
        return {"offered": obj, "seen": newest_version()}

    def lies_ready(self, obj, shown):
        return not obj.is_published or (
            shown is not None and shown.origin == shown.Origin.DRAFT
        )
