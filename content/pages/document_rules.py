"""What may keep somebody from reading a file."""

from django.db.models import Exists, OuterRef, Q

from content.pages.models import Document, Initiative, Recommendation


def not_examined():
    return Q(readability=Document.Readability.UNKNOWN)


def unreadable():
    return Q(readability=Document.Readability.UNREADABLE)


def lacking_title_or_language():
    return Q(lacks_tags=True) | Q(lacks_title=True) | Q(lacks_language=True)


def without_alt():
    """Pictures of which nobody has said what they show."""
    return Q(media_type__startswith="image/") & ~Q(alt_da__gt="")


def without_text():
    """The page says nothing in the file's language, so the file stands alone."""
    on_page = {"page": OuterRef("page")}
    rows = Exists(Initiative.objects.filter(**on_page)) | Exists(
        Recommendation.objects.filter(**on_page)
    )
    return ~rows & (lacks_text("da") | lacks_text("en"))


def lacks_text(language):
    body = f"page__body_{language}"
    return Q(language=language) & (Q(**{body: ""}) | Q(**{f"{body}__isnull": True}))
