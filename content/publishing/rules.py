"""What content may lack: conditions for the database, for the lists and the counts."""

from django.db.models import Exists, OuterRef, Q
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from .models import Publishable, Translation


def unpublished(model):
    return Q(state=Publishable.State.UNPUBLISHED)


def without_english(model):
    """Objects with a Danish text that has no English one, or with a row that has such."""
    rows = texts(model, Translation.State.MISSING).filter(rows__gt="")
    return Q(Exists(rows)) | untranslated(model)


def untranslated(model):
    """Objects with a Danish text of their own that has no English one."""
    lacking = Q()
    for field in translator.get_options_for_model(model).all_fields:
        danish, english = (build_localized_fieldname(field, code) for code in ["da", "en"])
        lacking |= filled(danish) & ~filled(english)
    return lacking


def with_outdated_english(model):
    return Q(Exists(texts(model, Translation.State.OUTDATED)))


def texts(model, state):
    """What an object of `model` has, or its rows have, in `state`."""
    return Translation.objects.of_model(model).filter(object_id=OuterRef("pk"), state=state)


def filled(field):
    return Q(**{f"{field}__gt": ""})


def in_use(queryset):
    """Nobody needs to look after what has been withdrawn."""
    return queryset.exclude(state=Publishable.State.WITHDRAWN)
