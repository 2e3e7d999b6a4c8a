from django.utils.translation import gettext_lazy as _

from content.pages.document_rules import (
    lacking_title_or_language,
    not_examined,
    unreadable,
    without_alt,
    without_text,
)
from content.pages.models import Document
from content.publishing.attention.places import day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.rules import in_use

PROBLEMS = [
    (
        unreadable,
        Risk.SOON,
        _("The file can't be read by a screen reader."),
        "id_file",
    ),
    (
        without_text,
        Risk.SOON,
        _("The page has no text that says the same as the file."),
        "id_page",
    ),
    (
        lacking_title_or_language,
        Risk.LATER,
        _("The PDF lacks tags, a title or a language."),
        "id_file",
    ),
    (
        without_alt,
        Risk.LATER,
        _("Nobody has said what the picture shows."),
        "id_alt_da",
    ),
    (
        not_examined,
        Risk.LATER,
        _("Nobody has examined whether a screen reader can read the file."),
        "id_readability",
    ),
]


@source("document", _("Documents"))
def documents():
    in_need = in_use(Document.objects.select_related("page"))
    for rule, weight, what, anchor in PROBLEMS:
        for document in in_need.filter(rule()):
            yield Row(
                target=document,
                weight=weight,
                what=what,
                since=day(document.first_published_at),
                anchor=anchor,
            )
