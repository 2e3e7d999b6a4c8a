"""
What the references in stored texts lead to, in words.

A reference names an object by its key, which is nothing to a reader.
"""

from collections import defaultdict
from html import escape

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from content.publishing import targets
from content.publishing.models import Version
from content.publishing.prose.reference import REFERENCE, with_fragment


def words_for(texts):
    """{target: words} for the references in `texts`; one query a kind of content, or two."""
    wanted = {
        target_of(found)
        for text in texts
        if isinstance(text, str) and "ref:" in text
        for found in REFERENCE.finditer(text)
    }
    there = targets.instances(wanted)
    gone = last_titles(wanted - there.keys())
    addresses = {target: each.get_absolute_url() for target, each in there.items()}
    return {target: addresses.get(target) or gone[target] for target in wanted}


def last_titles(wanted):
    """What has been deleted is called as it was when it was saved last."""
    keys = defaultdict(set)
    for label, key in wanted:
        keys[label].add(key)
    titles = {
        (label, key): title
        for label, several in keys.items()
        for key, title in titles_of(label, several)
    }
    return {target: deleted(titles.get(target)) for target in wanted}


def titles_of(label, keys):
    app_label, model = label.split(".")
    kind = ContentType.objects.filter(app_label=app_label, model=model)
    versions = Version.objects.filter(content_type__in=kind, object_id__in=keys)
    return versions.order_by("pk").values_list("object_id", "title")


def deleted(title):
    return _("“%s”, which has been deleted") % title if title else _("something deleted")


def said(text, words):
    """`text`, which may be HTML, with the `words` for each reference in it."""
    if not isinstance(text, str) or "ref:" not in text:
        return text
    return REFERENCE.sub(lambda found: one_said(found, words), text)


def one_said(found, words):
    target = target_of(found)
    if target not in words:
        return found[0]
    return escape(with_fragment(words[target], found["fragment"]))


def target_of(found):
    return found["label"], int(found["key"])
