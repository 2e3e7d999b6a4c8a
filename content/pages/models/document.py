import re
import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from content.pages.uploads.field import InspectedFileField
from content.pages.uploads.kinds import extension
from content.publishing.models import Publishable

from .document_shortcomings import shortcomings
from .on_page import OnPage

WITHOUT_DANISH_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def upload_path(document, filename):
    """A name of our own making: what an editor's computer called it is not used."""
    return f"documents/{uuid.uuid4()}"


class Document(OnPage):
    class Readability(models.TextChoices):
        UNKNOWN = "unknown", _("not yet examined")
        READABLE = "readable", _("can be read by a screen reader")
        UNREADABLE = "unreadable", _("can't be read by a screen reader")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey(
        "Page",
        models.PROTECT,
        verbose_name=_("page"),
        related_name="documents",
        help_text=_("The page that says the same as text and offers the file beside it."),
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("Example: “Strategy and action plan, 2016”.")
    )
    file = InspectedFileField(
        _("file"),
        upload_to=upload_path,
        help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument, JPEG or PNG."),
    )
    language = models.CharField(
        _("language of the file"), max_length=5, choices=settings.LANGUAGES, default="da"
    )
    readability = models.CharField(
        _("accessibility"),
        max_length=12,
        choices=Readability,
        default=Readability.UNKNOWN,
        help_text=_("Readers who can't use the file are told how to get another format."),
    )
    # Read off the file when it is uploaded.
    media_type = models.CharField(_("type"), max_length=120, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    page_count = models.PositiveIntegerField(_("pages"), null=True, editable=False)
    # What the file calls itself, and what a PDF lacks that a screen reader needs.
    file_title = models.CharField(
        _("the file's own title"), max_length=300, blank=True, editable=False
    )
    lacks_tags = models.BooleanField(_("lacks tags"), default=False, editable=False)
    lacks_title = models.BooleanField(_("lacks a title"), default=False, editable=False)
    lacks_language = models.BooleanField(_("lacks a language"), default=False, editable=False)
    alt = models.TextField(
        _("what the picture shows"),
        max_length=500,
        blank=True,
        help_text=_(
            "For a JPEG or PNG: what it shows or says, for those who can't see it. Shown "
            "beside the file. Example: “A map of the city with the four districts.”"
        ),
    )
    position = models.PositiveIntegerField(_("position"), default=10)

    # What `describe_shortcomings` takes down.
    SHORTCOMINGS = ["file_title", "lacks_tags", "lacks_title", "lacks_language"]

    class Meta(Publishable.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        # For the list in the admin.
        indexes = [models.Index(fields=["position", "id"])]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("pages:document", args=[self.key, self.file_name])

    @classmethod
    def at(cls, path):
        if not (found := re.match(r"/dokumenter/([0-9a-f-]{36})/", path)):
            return None
        return cls.objects.filter(key=found[1]).select_related("page").first()

    @property
    def file_name(self):
        """What the visitor's computer calls the file: from the title, not the upload."""
        name = slugify(self.title.lower().translate(WITHOUT_DANISH_LETTERS))
        return f"{name or self.key}{extension(self.media_type)}"

    def describe_file(self, media_type, inspection):
        """Take down what was found in a file that is about to be stored."""
        self.media_type = media_type
        self.size = len(inspection.content)
        self.page_count = inspection.page_count
        self.describe_shortcomings(inspection)
        if inspection.is_readable is False:
            self.readability = self.Readability.UNREADABLE

    def describe_shortcomings(self, inspection):
        self.file_title = inspection.title or ""
        # An image has no tags to lack.
        self.lacks_tags = inspection.is_readable is False and not self.is_image
        self.lacks_title = inspection.title == ""
        self.lacks_language = inspection.language == ""

    @property
    def is_image(self):
        return self.media_type.startswith("image/")

    def shortcomings(self):
        return shortcomings(self)

    def searchable(self):
        return self.title, ""
