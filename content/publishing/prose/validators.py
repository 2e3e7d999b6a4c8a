from django.core.exceptions import ValidationError

from .finding import Severity
from .findings import findings


def validate_prose(html):
    """Refuse a text with errors; all of them at once, so that nobody mends by turns."""
    errors = [each for each in findings(html) if each.severity is Severity.ERROR]
    if errors:
        raise ValidationError(
            [ValidationError(each.message, code=each.code) for each in errors]
        )
