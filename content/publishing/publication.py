"""Letting a version be what the public sees: from a draft, on time, or for a look."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from . import door, references
from .history.snapshot import apply, assign
from .note import Note


@transaction.atomic
def publish_version(version, *, author=None, note=None):
    """
    Apply `version` to its object and publish it.

    ValidationError with what an editor has to mend when the site as it stands now
    can't take the version.
    """
    instance = live(version)
    assign(instance, version.data["fields"])
    check(instance)
    store(version.data, instance)
    instance = fresh(instance)
    told = note or Note.of(version)
    door.publish(
        instance,
        author=author,
        writer=version.author,
        note_da=told.danish,
        note_en=told.english,
    )
    return instance


def live(version):
    """The stored object of `version`, locked until the transaction ends."""
    model = version.content_type.model_class()
    instance = model.objects.select_for_update().filter(pk=version.object_id).first()
    if instance is None:
        raise ValidationError(_("“%s” has been deleted.") % version.title)
    return instance


def store(data, instance):
    try:
        with transaction.atomic():
            apply(data, instance)
    except IntegrityError as error:
        # Of its rows one is somebody else's by now.
        raise ValidationError(
            _("The site has changed, so “%s” can't be published as it is.") % instance
        ) from error


def fresh(instance):
    """`instance` as it is stored, with nothing kept of its relations."""
    return type(instance).objects.get(pk=instance.pk)


def check(instance):
    """What holds in a form holds here: the object's own rules, and what it stands on."""
    instance.full_clean()
    for target in references.unseen(instance).values():
        raise ValidationError(
            _("“%(object)s” is not public. Publish it first.") % {"object": target}
        )
