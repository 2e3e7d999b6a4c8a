"""What an editor did last, to find the way back to it."""

from django.urls import NoReverseMatch, reverse

from content.publishing.models import Act

SHOWN = 10


def own_acts(user):
    acts = Act.objects.filter(user=user).select_related("content_type").defer("changes")
    return [{"act": act, "url": address(act)} for act in acts[:SHOWN]]


def address(act):
    """The form of what was acted on; "" for what is gone or has no form."""
    if act.content_type is None or act.action == Act.Action.DELETED:
        return ""
    kind = act.content_type
    try:
        return reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[act.object_id])
    except NoReverseMatch:
        return ""
