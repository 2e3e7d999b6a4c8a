"""A stored value as a reader would read it: no keys, no names of choices."""

from django.db import models
from django.template.defaultfilters import filesizeformat, yesno
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from content.publishing.rich_text import RichTextField

from .blocks import Block, of_plain_text, of_rich_text
from .led_to import said


def is_prose(field):
    """Whether differences within it are told, not one value for another."""
    if isinstance(field, models.ManyToManyField):
        return True
    if field.choices:
        return False
    words = (models.TextField, models.CharField)
    whole = (models.SlugField, models.URLField, models.EmailField)
    return isinstance(field, words) and not isinstance(field, whole)


def blocks(field, value, names):
    """What is shown of `value`; `names` are those of the objects that keys stand for."""
    if value in ("", None, []):
        return []
    value = said(value, names)
    if isinstance(field, RichTextField):
        return of_rich_text(value)
    if isinstance(field, models.ManyToManyField):
        return listed(field, value, names)
    return of_plain_text(shown(field, value, names))


def listed(field, keys, names):
    if isinstance(keys, str):
        # The log of the accounts keeps the names themselves.
        return of_plain_text(keys)
    return [Block(tuple(name_of(field, key, names).split()), "li") for key in keys]


def shown(field, value, names):
    if field.is_relation:
        return name_of(field, value, names)
    try:
        value = field.to_python(value)
    except (ValueError, TypeError):
        return str(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return by_type(field, value)


def by_type(field, value):
    match field:
        case models.BooleanField():
            return yesno(value)
        case models.DateTimeField():
            return date_format(timezone.localtime(value), "DATETIME_FORMAT")
        case models.DateField():
            return date_format(value, "DATE_FORMAT")
        case models.TimeField():
            return time_format(value, "TIME_FORMAT")
        case models.FileField():
            return file(field.storage, value)
    return str(value)


def file(storage, name):
    """A file's name is of our own making and says nothing; its size says a little."""
    if not storage.exists(name):
        return _("A file that is no longer here")
    return _("A file of %s") % filesizeformat(storage.size(name))


def name_of(field, key, names):
    found = names.get((field.related_model, str(key)))
    return found or _("Something that is no longer here (number %s)") % key
