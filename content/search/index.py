"""Keeps what is searched in step with what is published."""

from collections import Counter
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from content.publishing.languages import each_language
from content.publishing.models import Edition

from . import engines, vocabulary
from .entries import entries_of, text_words, title_words
from .models import SearchEntry, Term
from .searchables import searchable_models

# Objects indexed at a time, so that a large site needs no large memory.
BATCH = 500


@transaction.atomic
def add(instance):
    """Index what the public now sees of `instance`."""
    store([instance], take_out(instance))


@transaction.atomic
def remove(instance):
    """Take `instance` out of the index, in every language."""
    vocabulary.count(Counter(), take_out(instance))


def take_out(instance):
    """Remove the entries of `instance`; the uses of their words, which still count."""
    one_at_a_time()
    entries = SearchEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk
    )
    words = uses((title_words(entry), text_words(entry)) for entry in entries)
    engines.remove([entry.pk for entry in entries])
    entries.delete()
    return words


@transaction.atomic
def move(instances):
    """Let the results lead to where `instances`, all of one model, are now."""
    for start in range(0, len(instances), BATCH):
        move_batch(instances[start : start + BATCH])


def move_batch(instances):
    addresses = {
        (instance.pk, language): instance.get_absolute_url()
        for language in each_language()
        for instance in instances
    }
    entries = SearchEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(instances[0]),
        object_id__in=[instance.pk for instance in instances],
    ).defer("text")
    for entry in entries:
        entry.url = addresses[entry.object_id, entry.language]
    SearchEntry.objects.bulk_update(entries, ["url"])


@transaction.atomic
def rebuild():
    """Index the whole site anew: after a change of the analysis, or of the addresses."""
    one_at_a_time()
    SearchEntry.objects.all().delete()
    Term.objects.all().delete()
    engines.clear()
    counted, lexeme = Counter(), vocabulary.Lexemes()
    for model in searchable_models():
        instances = model.objects.published().iterator(chunk_size=BATCH)
        while batch := list(islice(instances, BATCH)):
            words = write_entries(batch)
            counted.update(uses(words.values()))
            hand_over(words, lexeme)
    vocabulary.begin(counted, lexeme)


def one_at_a_time():
    """Two who publish at once would count the same words."""
    Edition.objects.select_for_update().first()


def store(instances, forgotten):
    """Index `instances`; the uses of words in `forgotten` have ceased meanwhile."""
    words = write_entries(instances)
    hand_over(words, vocabulary.count(uses(words.values()), forgotten))


def write_entries(instances):
    """The words of the title and the text of each entry, by its key."""
    entries = [entry for instance in instances for entry in entries_of(instance)]
    SearchEntry.objects.bulk_create(entries)
    return {entry.pk: (title_words(entry), text_words(entry)) for entry in entries}


def hand_over(words, lexeme):
    engines.store(
        (key, [lexeme[word] for word in title], [lexeme[word] for word in text])
        for key, (title, text) in words.items()
    )


def uses(entries):
    """In how many of `entries` each word stands."""
    return Counter(word for title, text in entries for word in {*title, *text})
