"""What stands on an object: what of it the public saw at a certain time."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max

from content.publishing.models import Act, Publishable, Version, Withdrawal
from content.publishing.references import leads_to_publishable

TAKEN_AWAY = [Act.Action.WITHDRAWN, Act.Action.DELETED]


def relations_to(model):
    """By which other content stands on it; pages below a page have addresses of their own."""
    return [
        relation
        for relation in model._meta.related_objects
        if leads_to_publishable(relation.field)
        and issubclass(relation.related_model, Publishable)
        and relation.related_model is not model
    ]


def then_and_now(relation, instance, at):
    """The keys to hide, and the versions to show in place of what is public now."""
    versions = versions_of(relation.related_model)
    rows = relation.related_model._base_manager
    now = {row.pk: row for row in rows.filter(**{relation.field.name: instance})}
    leading = {f"data__fields__{relation.field.attname}": instance.pk}
    keys = {*now, *versions.filter(**leading).values_list("object_id", flat=True)}
    newest = newest_by_object(versions.filter(object_id__in=keys))
    then = public_at(relation.related_model, keys, at)

    unchanged = {
        key
        for key, row in now.items()
        if row.is_published and (then[key] == newest[key] if key in then else key not in newest)
    }
    return set(now) - unchanged - set(then), [
        version
        for version in Version.objects.filter(pk__in=then.values()).select_related(
            "content_type"
        )
        if version.object_id not in unchanged
    ]


def public_at(model, keys, at):
    """{key: the version that was public at `at`}."""
    versions = versions_of(model).filter(object_id__in=keys, saved_at__lte=at)
    newest = newest_by_object(versions)
    taken_away = dict(
        Act.objects.filter(
            content_type=ContentType.objects.get_for_model(model),
            object_id__in=keys,
            action__in=TAKEN_AWAY,
            at__lte=at,
        )
        .order_by()
        .values_list("object_id")
        .annotate(Max("at"))
    )
    saved = dict(
        Version.objects.filter(pk__in=newest.values()).values_list("object_id", "saved_at")
    )
    gone = {key for key, when in taken_away.items() if when > saved.get(key, when)}
    hidden = gone - kept(model)
    return {key: version for key, version in newest.items() if key not in hidden}


def kept(model):
    """The keys of what was withdrawn and stays to be read, below a banner."""
    withdrawals = Withdrawal.objects.filter(
        content_type=ContentType.objects.get_for_model(model), kind=Withdrawal.Kind.KEPT
    )
    return set(withdrawals.values_list("object_id", flat=True))


def versions_of(model):
    return Version.objects.public().filter(
        content_type=ContentType.objects.get_for_model(model)
    )


def newest_by_object(versions):
    return dict(versions.order_by().values_list("object_id").annotate(Max("pk")))
