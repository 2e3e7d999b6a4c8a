"""A second pair of eyes: what asks for it is not published by the one who wrote it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def check(instance, publisher, writer):
    """The site itself, which has no account, publishes what was decided before."""
    if publisher is not None and is_missing(instance, publisher, writer):
        raise ValidationError(
            _(
                "“%s” asks for a second pair of eyes: somebody else than the one who "
                "wrote the text must publish it."
            )
            % instance,
            code="second-pair",
        )


def is_missing(instance, publisher, writer):
    return instance.needs_second_person and publisher == writer
