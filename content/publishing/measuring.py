"""Taking down how hard the texts of an object are to read."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from modeltranslation.translator import NotRegistered, translator

from .models import TextLix
from .prose.tree import lines, parse
from .readability import WORD, hardest_sentences, lix, sentences
from .rich_text import RichTextField

# Of a few words the figure says little.
ENOUGH = 50


def measure(instance):
    """All that `instance` says in a language is one text, as its readers read it."""
    forget(instance)
    languages = {field.language for field in long_fields(type(instance))}
    measured = [measured_in(instance, language) for language in sorted(languages)]
    TextLix.objects.bulk_create(filter(None, measured))


def forget(instance):
    TextLix.objects.filter(**key(instance)).delete()


def measured_in(instance, language):
    texts = {
        field.name: plain(field, field.value_from_object(instance) or "")
        for field in long_fields(type(instance))
        if field.language == language
    }
    whole = "\n".join(texts.values())
    if len(WORD.findall(whole)) < ENOUGH:
        return None
    hardest = hardest_sentences(whole, 1)[0]
    return TextLix(
        **key(instance),
        language=language,
        lix=lix(whole),
        hardest=hardest,
        column=next(name for name, text in texts.items() if hardest in sentences(text)),
    )


def long_fields(model):
    """The columns with sentences in them, of each language."""
    try:
        translated = translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return []
    return [
        field
        for fields in translated.values()
        for field in fields
        if isinstance(field, models.TextField)
    ]


def plain(field, value):
    return "\n".join(lines(parse(value))) if isinstance(field, RichTextField) else value


def key(instance):
    return {
        "content_type": ContentType.objects.get_for_model(instance),
        "object_id": instance.pk,
    }
