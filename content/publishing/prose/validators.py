from django.core.exceptions import ValidationError

from .finding import Severity
from .findings import findings
from .rules.internal_links import internal_links


def validate_prose(html):
    """Refuse a text with errors; all of them at once, so that nobody mends by turns."""
    refuse_errors(findings(html))


def validate_links(html):
    refuse_errors(internal_links(html))


def refuse_errors(found):
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        raise ValidationError(
            [ValidationError(each.message, code=each.code) for each in errors]
        )
