"""Links to drafts for people without an account: made, found again, and closed."""

import uuid

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from content.publishing import addresses
from content.publishing.history import acts
from content.publishing.history.versions import name_of
from content.publishing.models import Act, PreviewLink

signer = Signer(sep=".", salt="content.publishing.preview")


@transaction.atomic
def share(instance, *, by):
    link = PreviewLink.objects.create(created_by=by, created_by_name=name_of(by))
    add(link, instance, by=by)
    return link


@transaction.atomic
def add(link, instance, *, by):
    """Let `link` show `instance` as well."""
    _shared, is_new = link.shared.get_or_create(**addresses.key(instance))
    if is_new:
        acts.write(Act.Action.SHARED, instance, by=by)


@transaction.atomic
def close(link, *, by):
    if not link.is_open:
        return
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    for instance in link.targets:
        acts.write(Act.Action.UNSHARED, instance, by=by)


def open_links_of(user):
    return PreviewLink.objects.open().with_shared().filter(created_by=user)


def token_of(link):
    return signer.sign(link.pk.hex)


def address_of(link):
    return reverse("preview", args=[token_of(link)])


def found(token):
    """The link, closed or not; None for what no link of ours is."""
    try:
        key = uuid.UUID(signer.unsign(token))
    except (BadSignature, ValueError):
        return None
    return PreviewLink.objects.with_shared().filter(pk=key).first()
