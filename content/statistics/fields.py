from django.db import models
from django.utils import timezone


class ThisYearField(models.PositiveSmallIntegerField):
    """The year in which the row was last written, by `save` and `bulk_create` alike."""

    def pre_save(self, model_instance, add):
        year = timezone.localdate().year
        setattr(model_instance, self.attname, year)
        return year
