from django.core.exceptions import ValidationError
from django.db import models

from content.publishing.prose.plain_text import validate_characters, validate_no_phone_digits
from content.publishing.rich_text import RichTextField


class CheckedText(models.Model):
    """A row whose plain texts can all be seen, and whose prose holds no phone numbers."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude=None):
        errors = {}
        try:
            super().clean_fields(exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        for field in self._meta.concrete_fields:
            if field.name not in {*errors, *(exclude or [])}:
                self.check_text(field, errors)
        if errors:
            raise ValidationError(errors)

    def check_text(self, field, errors):
        value = getattr(self, field.attname)
        try:
            for validate in validators(field) if isinstance(value, str) else []:
                validate(value)
        except ValidationError as error:
            errors[field.name] = error.error_list


def validators(field):
    """A long text is prose; a short one may be a phone number's own row."""
    match field:
        case RichTextField():
            return []
        case models.TextField():
            return [validate_characters, validate_no_phone_digits]
        case models.CharField():
            return [validate_characters]
    return []
