"""What the public saw at a moment, read off the log."""

from content.publishing.models import Act

TURNS = [Act.Action.PUBLISHED, Act.Action.WITHDRAWN, Act.Action.DELETED]


def public_at(instance, moment):
    """The act that made public what was public at `moment`; None when nothing was."""
    last = turns_of(instance).filter(at__lte=moment).order_by("-at", "-pk").first()
    return last if last and last.action == Act.Action.PUBLISHED else None


def turn_after(instance, act):
    """The act that ended what `act` made public; None while it is still public."""
    return turns_of(instance).filter(pk__gt=act.pk).order_by("pk").first()


def turns_of(instance):
    return Act.objects.of(instance).filter(action__in=TURNS).select_related("version")
