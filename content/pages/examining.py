"""Looking once more into files that were stored before the site knew what to look for."""

from django.core.exceptions import ValidationError

from .models import Document
from .uploads.inspect import examine
from .uploads.kinds import KINDS


def examine_again(document):
    """
    Take down what `document`'s file lacks; why that can't be known, if it can't.

    What is told to editors alone, so it is no publication.
    """
    try:
        with document.file.open() as file:
            inspection = examine(kind_of(document), file.read())
    except FileNotFoundError:
        return "The file is not there."
    except ValidationError as error:
        # The rules for what is let in may have become stricter.
        return " ".join(error.messages)
    document.describe_shortcomings(inspection)
    facts = {name: getattr(document, name) for name in Document.SHORTCOMINGS}
    Document.objects.filter(pk=document.pk).update(**facts)
    return ""


def kind_of(document):
    return next(kind for kind in KINDS.values() if kind.media_type == document.media_type)
