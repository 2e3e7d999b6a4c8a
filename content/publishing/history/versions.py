"""Writing versions down, and finding the one that matters."""

from content.publishing.models import Version
from content.publishing.note import Note

from .snapshot import snapshot


def record(instance, origin, *, author=None, data=None, note=None):
    """Write down `instance` as it is stored now, or `data` in its stead."""
    return Version.objects.create(
        target=instance,
        origin=origin,
        title=str(instance)[:200],
        data=snapshot(instance) if data is None else data,
        author=author,
        author_name=name_of(author),
        **(note or Note()).columns,
    )


def newest(instance):
    """The version that a save follows upon: not one that was set aside."""
    return Version.objects.of(instance).in_line().newest()


def newest_public(instance):
    return Version.objects.of(instance).public().newest()


def name_of(user):
    return (user.get_full_name() or user.get_username()) if user else ""
