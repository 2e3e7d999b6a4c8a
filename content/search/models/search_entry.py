from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from content.search.searchables import by_kind


class SearchEntryQuerySet(models.QuerySet):
    def public(self, kinds):
        """
        Those whose object the public can see, whatever the index says.

        `kinds` are the keys of the content types to look through: each costs something.
        """
        return self.filter(by_kind(is_shown, kinds))


def is_shown(model):
    return Exists(model.objects.published().filter(pk=OuterRef("object_id")))


class SearchEntry(models.Model):
    """What a visitor in one language finds of a published object."""

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    title = models.TextField(_("title"))
    # Danish where it stands in for a missing translation.
    title_written_in = models.CharField(max_length=5, choices=settings.LANGUAGES)
    text = models.TextField(_("text"))
    text_written_in = models.CharField(max_length=5, choices=settings.LANGUAGES)
    url = models.CharField(_("address"), max_length=1000)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language"],
                name="search_searchentry_one_per_language",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def kind(self):
        """What sort of thing was found: “Page”, “Network”."""
        model = ContentType.objects.get_for_id(self.content_type_id).model_class()
        return capfirst(model._meta.verbose_name)
