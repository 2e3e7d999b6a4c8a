from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.pages.validators import validate_has_come


class Reviewed(models.Model):
    """What somebody looks through now and then, and who is reminded of it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who is reminded by mail when the page is to be reviewed."),
    )
    reviewed_on = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        validators=[validate_has_come],
        help_text=_("When somebody last looked the page through. Shown to the public."),
    )
    next_review = models.DateField(
        _("next review"),
        null=True,
        blank=True,
        help_text=_("When somebody looks at the page again. Shown to the public."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reviewed_on__isnull=True)
                | models.Q(next_review__isnull=True)
                | models.Q(next_review__gt=models.F("reviewed_on")),
                name="%(app_label)s_%(class)s_next_review_after_the_last",
                violation_error_message=_("The next review comes after the last one."),
            ),
        ]
