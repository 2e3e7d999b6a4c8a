"""Going back to any version there is: nothing is public before somebody publishes it."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from . import drafts
from .history.snapshot import apply, snapshot
from .models import Act, Version
from .note import Note
from .publication import fresh, live


@transaction.atomic
def restore(version, *, author=None):
    """
    Let `version` be the draft, and what was the draft be history.

    What is not public is its own draft, so there the row itself goes back.
    """
    instance = live(version)
    data = version.data
    if not instance.is_published:
        store(data, instance)
        data = snapshot(fresh(instance))
    return drafts.keep(
        instance,
        data,
        author=author,
        # What a publication told the public is told already.
        note=Note.of(version) if version.origin == Version.Origin.DRAFT else None,
        action=Act.Action.RESTORED,
    )


def store(data, instance):
    """ValidationError that says why, when the site as it is can't take `data`."""
    try:
        with transaction.atomic():
            apply(data, instance)
    except IntegrityError as error:
        # Most often it breaks a rule that has words of its own.
        instance.full_clean(exclude=derived(instance))
        raise ValidationError(
            _("The site has changed, so “%s” can't come back as it was.") % instance
        ) from error


def derived(instance):
    """What follows from other fields, at which the same is told once more."""
    fields = instance._meta.concrete_fields
    return {field.name for field in fields if field.unique and not field.editable}
