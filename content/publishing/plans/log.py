from uuid import uuid4

from content.publishing.history.versions import name_of
from content.publishing.models import Act


def write_down(action, planned, *, by=None, note=""):
    """An entry for each object of the acts `planned`, which may be gone by now."""
    group = uuid4()
    Act.objects.bulk_create(
        Act(
            action=action,
            group=group,
            content_type=act.content_type,
            object_id=act.object_id,
            label=act.title,
            version=act.version,
            user=by,
            user_name=name_of(by),
            note=note[:500],
        )
        for act in planned
    )
