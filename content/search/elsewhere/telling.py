"""Telling the server what has come and gone."""

from itertools import islice

from django.conf import settings
from django.db import transaction

from content.search.entries import text_words, title_words
from content.search.models import SearchEntry, Unsent

from .server import INDEX, client, failures, index, server

BATCH = 500
# That a filling gives its entries; every change after it has a higher one.
FIRST = 1
# What is said of an entry that has changed again since.
OVERTAKEN = 409


def mark(keys):
    """In the transaction that changes entries: after it the server is told."""
    if settings.OPENSEARCH is not None:
        Unsent.objects.bulk_create([Unsent(entry_id=key) for key in keys])
        transaction.on_commit(send_or_rest)


def mark_all():
    """The server is to be filled anew, by `manage.py fill_opensearch`."""
    if not is_to_be_filled():
        Unsent.objects.create(entry_id=Unsent.ALL)


def send_or_rest():
    """What it is not told now it is told after the next publication, or by the command."""
    if server.rests():
        return
    try:
        send(server.editor)
    except failures() as error:
        server.rest(error)


def catch_up():
    """Tell it what it has not been told, or all. How many entries that were."""
    return fill() if is_to_be_filled() else send(server.command)


def is_to_be_filled():
    return Unsent.objects.filter(entry_id=Unsent.ALL).exists()


def send(seconds):
    """Tell it of all that it has not been told, unless it has to be filled first."""
    told = 0
    while not is_to_be_filled() and (changes := list(Unsent.objects.all()[:BATCH])):
        newest = {change.entry_id: change.pk for change in changes}
        entries = SearchEntry.objects.in_bulk(newest)
        acts = [act_on(key, entries.get(key), version) for key, version in newest.items()]
        tell(acts, seconds)
        Unsent.objects.filter(pk__in=[change.pk for change in changes]).delete()
        told += len(newest)
    return told


def fill():
    """Tell it all anew. Meanwhile the database searches. How many entries there are."""
    mark_all()
    # Those that are written from now on are told of when it is full.
    changes = list(Unsent.objects.values_list("pk", flat=True))
    begin_anew(number=changes[-1])
    told = 0
    entries = SearchEntry.objects.iterator(chunk_size=BATCH)
    while batch := list(islice(entries, BATCH)):
        tell([act_on(entry.pk, entry, FIRST) for entry in batch], server.command)
        told += len(batch)
    Unsent.objects.filter(pk__in=changes).delete()
    return told + send(server.command)


def begin_anew(number):
    """The index, which is reached by an alias: so it is never made by what is told to it."""
    indices = client().indices
    if indices.exists_alias(name=index()):
        indices.delete(index=",".join(indices.get_alias(name=index())))
    body = INDEX | {"aliases": {index(): {}}}
    indices.create(index=f"{index()}-{number}", body=body)


def act_on(key, entry, version):
    """
    One line of a bulk request, or two: `entry` comes, or goes where it is None.

    By their versions what was sent later is what holds, in whatever order it comes.
    """
    where = {"_id": str(key), "version": version, "version_type": "external"}
    return [{"delete": where}] if entry is None else [{"index": where}, document(entry)]


def document(entry):
    parts = {"title": title_words(entry), "text": text_words(entry)}
    return {"entry": entry.pk} | {
        name: " ".join(scope.lexeme(word) for scope, word in words)
        for name, words in parts.items()
    }


def tell(acts, seconds):
    lines = [line for act in acts for line in act]
    answer = client().bulk(
        body=lines, index=index(), require_alias=True, refresh=True, request_timeout=seconds
    )
    done = [told for each in answer["items"] for told in each.values()]
    wrong = [each for each in done if "error" in each and each["status"] != OVERTAKEN]
    if wrong:
        raise failures()(f"{len(wrong)} of {len(acts)} entries were refused: {wrong[0]}")
