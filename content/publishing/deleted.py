"""What has been deleted, as it was."""

from django.contrib.contenttypes.models import ContentType

from .models import Version


def as_it_was(model, key):
    """
    An object of `model` under its former key, not stored; None when there was none.

    Its columns are those of its last version.
    """
    if not str(key).isdecimal():
        return None
    content_type = ContentType.objects.get_for_model(model)
    known = Version.objects.filter(content_type=content_type, object_id=int(key)).in_line()
    return model(pk=int(key)) if known.exists() else None
