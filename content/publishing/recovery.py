"""What was deleted, and the way back."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from . import drafts
from .history.rows import written_fields
from .history.snapshot import exists, snapshot
from .models import Act
from .publication import fresh
from .restoring import store


def deletions(model):
    """The last deletion of each object of `model` that is not there any more."""
    deleted = Act.objects.filter(
        action=Act.Action.DELETED,
        content_type=ContentType.objects.get_for_model(model),
        version__isnull=False,
    )
    later = deleted.filter(object_id=OuterRef("object_id"), pk__gt=OuterRef("pk"))
    there = model._base_manager.filter(pk=OuterRef("object_id"))
    return deleted.exclude(Exists(later)).exclude(Exists(there))


@transaction.atomic
def recover(deletion, *, author=None):
    """
    Make the object anew under its old key, with its rows and links, not published.

    What it led to and is gone is let go of; ValidationError when it can't be.
    """
    model = deletion.content_type.model_class()
    instance = model(pk=deletion.object_id)
    data = deletion.version.data
    check_foundations(model, deletion)
    store(data, instance)
    instance = fresh(instance)
    drafts.keep(instance, snapshot(instance), author=author, action=Act.Action.RECOVERED)
    return instance


def check_foundations(model, deletion):
    fields = deletion.version.data["fields"]
    for field in written_fields(model):
        key = fields.get(field.attname)
        if not field.is_relation or field.null or key is None or exists(field, key):
            continue
        raise ValidationError(
            _("“%(object)s” can't stand alone. Recover what it belongs to first: %(field)s.")
            % {"object": deletion.label, "field": capfirst(field.verbose_name)}
        )
