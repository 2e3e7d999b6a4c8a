from django.db import models

from content.advice import phones


class DialledField(models.CharField):
    """A number as it is dialled, +4541749090 or 112, however it was typed."""

    default_validators = [phones.validate_phone]

    def to_python(self, value):
        value = super().to_python(value)
        # What can't be dialled is left as typed, for the validator to quote.
        return phones.dialled(value) if value and phones.parse(value) else value


class Dialled:
    """A row whose `number` can be called."""

    @property
    def tel(self):
        return phones.tel(self.number)

    @property
    def national(self):
        return phones.national(self.number)

    @property
    def from_abroad(self):
        return phones.from_abroad(self.number)
