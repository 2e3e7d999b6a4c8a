"""What the server finds."""

from django.conf import settings

from content.search.models import SearchEntry, Unsent

from .server import client, failures, index, server

# As the database's engines weigh them.
WEIGHT_OF_TITLES = 10
# More than any score, so that an entry whose title holds all words comes first.
TITLES_FIRST = 10_000


def find(words, limit):
    """As the engines of the databases; None where the database had better be asked."""
    titles = {"constant_score": {"filter": all_of(words, in_title), "boost": TITLES_FIRST}}
    query = all_of(words, anywhere)
    query["bool"]["should"] = [titles]
    return asked(query, limit)


def find_in_titles(words, limit):
    return asked(all_of(words, in_title), limit)


def all_of(words, condition):
    return {"bool": {"must": [condition(" ".join(lexemes)) for lexemes in words]}}


def in_title(lexemes):
    return {"match": {"title": {"query": lexemes, "boost": WEIGHT_OF_TITLES}}}


def anywhere(lexemes):
    return {"bool": {"should": [in_title(lexemes), {"match": {"text": {"query": lexemes}}}]}}


def asked(query, limit):
    if settings.OPENSEARCH is None or server.rests() or Unsent.objects.exists():
        return None
    body = {
        "size": limit,
        "query": query,
        "sort": ["_score", {"entry": "asc"}],
        "_source": False,
        "track_total_hits": False,
    }
    try:
        found = client().search(body=body, index=index(), request_timeout=server.visitor)
    except failures() as error:
        server.rest(error)
        return None
    return with_kinds([int(hit["_id"]) for hit in found["hits"]["hits"]])


def with_kinds(keys):
    """Of what is still an entry its key and the type of its object, in the order of `keys`."""
    entries = SearchEntry.objects.filter(pk__in=keys).order_by()
    kinds = dict(entries.values_list("pk", "content_type_id"))
    return [(key, kinds[key]) for key in keys if key in kinds]
