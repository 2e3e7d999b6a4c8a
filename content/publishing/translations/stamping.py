"""Writing down what the English was approved against, as the texts are stored."""

from django.contrib.contenttypes.models import ContentType

from content.publishing.models import Translation

from .approval import Approval, approval_of, state_of
from .texts import texts_of

PLACE = ["content_type", "object_id", "rows", "key", "field"]
KNOWN = [*Approval._fields, "state"]


def stamp(instance, data):
    """Take down the texts of `instance`, which is stored as the snapshot `data` says."""
    before = known_of(instance)
    texts = texts_of(type(instance), data)
    write(
        instance,
        {
            place: (text, approval_of(text, approval_at(before, place)))
            for place, text in texts.items()
        },
        before,
    )
    gone = [known.pk for place, known in before.items() if place not in texts]
    Translation.objects.filter(pk__in=gone).delete()


def approve(instance, data, places):
    """Let the English at `places` be a translation of the Danish as it stands now."""
    texts = texts_of(type(instance), data)
    write(
        instance,
        {place: (texts[place], Approval.given(texts[place])) for place in places},
        known_of(instance),
    )


def outdated(instance):
    """Where the Danish has changed since the English was approved."""
    known = Translation.objects.of(instance).filter(state=Translation.State.OUTDATED)
    return [each.place for each in known]


def forget(instance):
    Translation.objects.of(instance).delete()


def known_of(instance):
    return {known.place: known for known in Translation.objects.of(instance)}


def approval_at(known, place):
    return Approval.known(known[place]) if place in known else None


def write(instance, judged, before):
    """Store each (text, approval) of `judged`, by place, that says something new."""
    owner = ContentType.objects.get_for_model(instance)
    new = [
        Translation(
            content_type=owner,
            object_id=instance.pk,
            rows=rows,
            key=key,
            field=field,
            state=state_of(text, approval),
            **approval._asdict(),
        )
        for (rows, key, field), (text, approval) in judged.items()
    ]
    Translation.objects.bulk_create(
        [each for each in new if differs(each, before.get(each.place))],
        update_conflicts=True,
        unique_fields=PLACE,
        update_fields=KNOWN,
    )


def differs(new, old):
    return old is None or any(getattr(new, name) != getattr(old, name) for name in KNOWN)
