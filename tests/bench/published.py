"""Objects as if each had gone through the door, without what would take them hours."""

from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from modeltranslation.manager import get_translatable_fields_for_model

from content.publishing.history.snapshot import snapshot
from content.publishing.links import texts
from content.publishing.models import (
    Act,
    Address,
    InternalLink,
    Publishable,
    TextLix,
    Translation,
    UpdateNote,
    Version,
)

BATCH = 1000
LIX = 38


def store(instances):
    """Store them as public, with what a publication writes down beside them."""
    instances = iter(instances)
    while batch := list(islice(instances, BATCH)):
        store_batch(type(batch[0]), batch)


def store_batch(model, batch):
    now = timezone.now()
    for instance in batch:
        instance.state = Publishable.State.PUBLISHED
        instance.first_published_at = instance.last_updated_at = now
    model.objects.bulk_create(batch)
    owner = ContentType.objects.get_for_model(model)
    keys = [{"content_type": owner, "object_id": each.pk} for each in batch]
    pairs = list(zip(batch, keys, strict=True))
    write_history(pairs)
    Address.objects.bulk_create(
        Address(path=each.get_public_path(), **key)
        for each, key in pairs
        if each.get_public_path()
    )
    InternalLink.objects.bulk_create(
        InternalLink(
            to_type=ContentType.objects.get_by_natural_key(*label.split(".")), to_id=to, **key
        )
        for each, key in pairs
        for label, to in texts.references(each)
    )
    Translation.objects.bulk_create(
        Translation(field=field, state=state(each, field), **key)
        for each, key in pairs
        for field in get_translatable_fields_for_model(model) or []
    )
    TextLix.objects.bulk_create(
        TextLix(language=language, lix=LIX, hardest="…", column=f"body_{language}", **key)
        for each, key in pairs
        for language in ["da", "en"]
        if hasattr(each, "body")
    )


def write_history(pairs):
    versions = [
        Version(origin=Version.Origin.PUBLISHED, title=str(each), data=snapshot(each), **key)
        for each, key in pairs
    ]
    Version.objects.bulk_create(versions)
    Act.objects.bulk_create(
        Act(action=Act.Action.PUBLISHED, label=str(each), version=version, **key)
        for (each, key), version in zip(pairs, versions, strict=True)
    )
    UpdateNote.objects.bulk_create(
        UpdateNote(
            title_da=str(each), note_da="Oprettet.", published_at=each.last_updated_at, **key
        )
        for each, key in pairs
    )


def state(instance, field):
    if not getattr(instance, f"{field}_da"):
        return ""
    states = Translation.State
    return states.CURRENT if getattr(instance, f"{field}_en") else states.MISSING
