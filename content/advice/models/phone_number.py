import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from content.publishing.models import Sourced

from .advice_unit import AdviceUnit
from .dialled import Dialled


class PhoneNumber(Dialled, Sourced):
    # Drafts roll rows back, and SQLite hands a rolled-back integer out again.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(
        AdviceUnit, models.CASCADE, verbose_name=_("advice unit"), related_name="phone_numbers"
    )
    number = PhoneNumberField(_("phone number"), help_text=_("Example: +45 33 17 29 29"))
    label = models.CharField(
        _("label"),
        max_length=80,
        blank=True,
        help_text=_(
            "Who answers. Needed only when there are several numbers. "
            "Example: “In the evening”."
        ),
    )
    verified_on = models.DateField(
        _("verified on"),
        null=True,
        blank=True,
        help_text=_("The day somebody called the number and the right people answered."),
    )
    position = models.PositiveIntegerField(_("position"), default=10)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("phone number")
        verbose_name_plural = _("phone numbers")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "number"],
                name="advice_phonenumber_once_for_a_unit",
                violation_error_message=_("The unit has this number already."),
            ),
        ]

    def __str__(self):
        return self.national
