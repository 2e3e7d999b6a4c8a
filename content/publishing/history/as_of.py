"""What the public saw at a moment, read off the log."""

from datetime import timedelta

from django.db.models import Max

from content.publishing.models import Act, Withdrawal

# Between two objects of one publication.
TOGETHER = timedelta(seconds=2)
TURNS = [Act.Action.PUBLISHED, Act.Action.WITHDRAWN, Act.Action.DELETED]


def public_at(instance, moment):
    """The act that made public what was public at `moment`; None when nothing was."""
    last = turns_of(instance).filter(at__lte=moment).first()
    return last if last and last.action == Act.Action.PUBLISHED else None


def turn_after(instance, act):
    """The act that ended what `act` made public; None while it is still public."""
    return turns_of(instance).filter(pk__gt=act.pk).last()


def turns_of(instance):
    return turns().of(instance).select_related("version")


def turns():
    """The acts that decided what the public sees of an object, the newest first."""
    return Act.objects.filter(action__in=TURNS).exclude(pk__in=kept().values("pk"))


def settled(moment):
    """
    When all is out that began to go out at `moment`.

    What goes out together does so one after the other, each object once.
    """
    seen = set()
    later = turns().filter(at__gte=moment).order_by("pk")
    for at, *target in later.values_list("at", "content_type", "object_id").iterator():
        if at - moment > TOGETHER or tuple(target) in seen:
            break
        seen.add(tuple(target))
        moment = at
    return moment


def kept():
    """Withdrawn in such a way that the text is still read, below a banner."""
    return Act.objects.filter(
        action=Act.Action.WITHDRAWN, changes__0__new=Withdrawal.Kind.KEPT.value
    )


def last_of_each(acts):
    """The newest of `acts` for each object: {(model, key): Act}."""
    newest = acts.order_by().values("content_type", "object_id").annotate(last=Max("pk"))
    found = Act.objects.filter(pk__in=newest.values("last")).defer("changes")
    return {
        (act.content_type.model_class(), act.object_id): act
        for act in found.select_related("content_type")
    }
