"""The audit log."""

from content.publishing.models import Act

from .changes import as_plain, changes
from .versions import name_of


def write(action, instance, *, by=None, note="", version=None, before=None, found=(), **more):
    """
    Write down that `by` did `action` to `instance`.

    With a version its difference from the snapshot `before` is written down too; what
    has none is told what changed, as a list of Change.
    """
    found = changes(before, version.data) if version else found
    return Act.objects.create(
        action=action,
        target=instance,
        label=str(instance)[:200],
        user=by,
        user_name=name_of(by),
        note=note[:500],
        version=version,
        changes=as_plain(found),
        **more,
    )
