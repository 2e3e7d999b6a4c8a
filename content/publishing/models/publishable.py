from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.publishing.languages import each_language

from .checked_text import CheckedText


class PublishableQuerySet(models.QuerySet):
    def published(self):
        return self.filter(state=Publishable.State.PUBLISHED)


class Publishable(CheckedText):
    """
    A row that citizens see once it is published.

    Only `publishing.publish` and `publishing.withdraw` change the first three fields here.
    """

    class State(models.TextChoices):
        UNPUBLISHED = "unpublished", _("not yet published")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    state = models.CharField(
        _("state"),
        max_length=12,
        choices=State,
        default=State.UNPUBLISHED,
        editable=False,
        db_index=True,
    )
    first_published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    # Moves with every publication that is not a minor edit.
    last_updated_at = models.DateTimeField(_("last updated"), null=True, editable=False)
    # Set by administrators, for what is not to rest on one person.
    needs_second_person = models.BooleanField(
        _("a second pair of eyes"), default=False, editable=False
    )

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ["add", "change", "delete", "view", "publish", "guard"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="published")
                | models.Q(first_published_at__isnull=False, last_updated_at__isnull=False),
                name="%(app_label)s_%(class)s_published_has_dates",
            ),
        ]

    @property
    def is_published(self):
        return self.state == self.State.PUBLISHED

    @property
    def is_public(self):
        """Whether citizens see it: also what it stands on is published."""
        return self.is_published

    @property
    def is_vital(self):
        """Whether somebody in need looks for help here."""
        return False

    def get_public_path(self):
        """
        The address of this object's own page, without language: "/strategi/".

        None for a row that is shown on another's page.
        """
        return

    def get_preview_url(self):
        """Where a preview opens: its own page, or one that shows it."""
        return self.get_absolute_url()

    @staticmethod
    def models():
        """Every kind of content there is."""
        return [model for model in apps.get_models() if issubclass(model, Publishable)]

    @classmethod
    def at(cls, path):
        """The object of this model whose address is `path`, public or not, if there is one."""
        return

    def moves_with(self):
        """The published objects whose addresses follow from this one's."""
        return []

    def titles(self):
        """The object's name in each language that has one: {"da": ..., "en": ...}."""
        return {code: str(self) for code in each_language()}

    def shortcomings(self):
        """What an editor is told of the object beside its texts, as (field, message)."""
        return []

    def searchable(self):
        """
        What search finds this object by, in the active language: (title, text).

        The text may hold HTML. None leaves the object out of search.
        """
        return
