"""What content may lack: conditions for the database, for the lists and the counts."""

from django.db.models import Q
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from .models import Publishable


def unpublished(model):
    return Q(state=Publishable.State.UNPUBLISHED)


def without_english(model):
    """Rows with a Danish text that has no English one."""
    lacking = Q(pk__in=[])
    for field in translator.get_options_for_model(model).all_fields:
        danish, english = (build_localized_fieldname(field, code) for code in ["da", "en"])
        lacking |= filled(danish) & ~filled(english)
    return lacking


def filled(field):
    return Q(**{f"{field}__gt": ""})


def in_use(queryset):
    """Nobody needs to look after what has been withdrawn."""
    return queryset.exclude(state=Publishable.State.WITHDRAWN)
