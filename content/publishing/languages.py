"""Which language a text is in, when its translation is missing."""

from django.conf import settings
from django.utils import translation
from modeltranslation.manager import get_translatable_fields_for_model
from modeltranslation.utils import build_localized_fieldname

DEFAULT = settings.LANGUAGE_CODE


def each_language():
    """The site's language codes, each active while the loop's body runs."""
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            yield code


def language_of_path(path):
    """
    The language that an address begins with: English at /en/…, else Danish.

    Django's own function takes /en-plan/ for English as well.
    """
    first = path.removeprefix("/").partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else DEFAULT


def without_language(path):
    """The address as both languages share it: /strategi/ for /en/strategi/."""
    language = language_of_path(path)
    return path if language == DEFAULT else path.removeprefix(f"/{language}")


def shown_language(instance, field):
    """The language of what `instance.field` shows: the active one, or Danish."""
    active = translation.get_language()
    if text_in(instance, field, active):
        return active
    return DEFAULT


def falls_back(instance, field):
    """Whether Danish text stands in for a translation that is missing."""
    if translation.get_language() == DEFAULT:
        return False
    shown = shown_language(instance, field)
    return shown != translation.get_language() and bool(text_in(instance, field, shown))


def untranslated(instance, language):
    """
    How much of what Danish says of `instance` is missing in `language`.

    "" when nothing is, "all" when nothing is translated, else "some".
    """
    if language == DEFAULT:
        return ""
    fields = get_translatable_fields_for_model(type(instance)) or []
    written = [field for field in fields if text_in(instance, field, DEFAULT)]
    missing = [field for field in written if not text_in(instance, field, language)]
    if not missing:
        return ""
    return "all" if missing == written else "some"


def text_in(instance, field, language):
    """A field that is not translated, such as a source's name, is written in Danish."""
    if hasattr(instance, name := build_localized_fieldname(field, language)):
        return getattr(instance, name)
    return getattr(instance, field) if language == DEFAULT else ""
