"""What is found of an object, read off the object itself."""

from django.contrib.contenttypes.models import ContentType
from django.utils import translation

from content.publishing.languages import DEFAULT, each_language, untranslated

from .models import SearchEntry
from .scopes import Scope
from .text import clean, plain
from .words import cut

# A page of this many letters is a book; what comes after them is not searched.
LONGEST_TEXT = 100_000


def entries_of(instance):
    """An unsaved entry in each language, none if `instance` is not searched for."""
    with translation.override(DEFAULT):
        danish = instance.searchable()
    return [
        entry_of(instance, language, instance.searchable(), danish)
        for language in each_language()
        if danish is not None
    ]


def entry_of(instance, language, parts, danish):
    title, text = parts
    return SearchEntry(
        content_type=ContentType.objects.get_for_model(instance),
        object_id=instance.pk,
        language=language,
        title=clean(title),
        title_written_in=written_in(instance, language, title == danish[0]),
        text=plain(text)[:LONGEST_TEXT],
        text_written_in=written_in(instance, language, text == danish[1]),
        url=instance.get_absolute_url(),
    )


def written_in(instance, language, same_as_danish):
    """The language of a part; a name that is the same in both is not a missing translation."""
    return DEFAULT if same_as_danish and untranslated(instance, language) else language


def title_words(entry):
    return marked(entry.title, Scope(entry.language, entry.title_written_in))


def text_words(entry):
    return marked(entry.text, Scope(entry.language, entry.text_written_in))


def marked(text, scope):
    return [(scope, word.folded) for word in cut(text)]
