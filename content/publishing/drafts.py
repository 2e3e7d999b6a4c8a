"""
Drafts: versions of public objects that have not been applied.

What is not public yet is its own draft: nobody but editors sees its row.
"""

from django.db import transaction

from . import translations
from .history import acts, versions
from .models import Act, Draft, Version


def draft_of(instance):
    return Draft.objects.of(instance).with_versions().first()


def shown_to_editors(instance):
    """The version that an editor goes on from, if any has been written down."""
    draft = draft_of(instance)
    if draft:
        return draft.version
    # Of what has never been public every save is stored at once.
    known = Version.objects.of(instance).in_line()
    return (known.public() if instance.is_published else known).newest()


@transaction.atomic
def keep(instance, data, *, author=None, note=None, action=Act.Action.DRAFTED):
    """Keep `data` as the draft of `instance`, which itself stays as it is."""
    before = shown_to_editors(instance)
    version = versions.record(
        instance, Version.Origin.DRAFT, author=author, data=data, note=note
    )
    if instance.is_published:
        draft = draft_of(instance)
        if draft:
            draft.version = version
            draft.save()
        else:
            Draft.objects.create(
                target=instance, version=version, based_on=versions.newest_public(instance)
            )
    else:
        # It has been stored as it is.
        translations.stamp(instance, data)
    acts.write(action, instance, by=author, version=version, before=before and before.data)
    return version


@transaction.atomic
def set_aside(instance, data, *, author=None):
    """Keep the text of somebody who saved after somebody else had."""
    version = versions.record(instance, Version.Origin.REFUSED, author=author, data=data)
    newest = versions.newest(instance)
    acts.write(
        Act.Action.REFUSED, instance, by=author, version=version, before=newest and newest.data
    )
    return version


@transaction.atomic
def discard(instance, *, author=None):
    """Let go of the draft; its versions stay in the history."""
    draft = draft_of(instance)
    if draft is None:
        return
    draft.delete()
    acts.write(Act.Action.DISCARDED, instance, by=author)


def is_behind(draft):
    """Whether something else has been published since the draft was begun."""
    public = versions.newest_public(draft.target)
    return bool(public) and public != draft.based_on
