"""What the public saw at a moment, read off the log."""

from content.publishing.models import Act, Withdrawal

TURNS = [Act.Action.PUBLISHED, Act.Action.WITHDRAWN, Act.Action.DELETED]


def public_at(instance, moment):
    """The act that made public what was public at `moment`; None when nothing was."""
    turns = turns_of(instance).filter(at__lte=moment).order_by("-at", "-pk")
    last = next((act for act in turns if not leaves_it_public(act)), None)
    return last if last and last.action == Act.Action.PUBLISHED else None


def turn_after(instance, act):
    """The act that ended what `act` made public; None while it is still public."""
    turns = turns_of(instance).filter(pk__gt=act.pk).order_by("pk")
    return next((act for act in turns if not leaves_it_public(act)), None)


def leaves_it_public(act):
    """Withdrawn in such a way that the text is still read, below a banner."""
    return any(
        change["field"] == "withdrawal" and change["new"] == Withdrawal.Kind.KEPT
        for change in act.changes
    )


def turns_of(instance):
    return Act.objects.of(instance).filter(action__in=TURNS).select_related("version")
