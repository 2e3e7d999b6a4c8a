from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from content.publishing.models import Publishable


class SiteSettings(Publishable):
    """What stands on every page: who is responsible, and how to reach them."""

    site_name = models.CharField(
        _("name of the site"),
        max_length=80,
        help_text=_("In the header. Example: “Preventing radicalisation”."),
    )
    organisation = models.CharField(
        _("responsible authority"),
        max_length=120,
        help_text=_("Example: “City of Copenhagen”."),
    )
    street = models.CharField(
        _("street address"),
        max_length=200,
        blank=True,
        help_text=_("Example: “Rådhuspladsen 1”."),
    )
    postal_code = models.CharField(
        _("postal code"),
        max_length=4,
        blank=True,
        validators=[RegexValidator(r"^\d{4}$", _("Write four digits."))],
        help_text=_("Example: 1550"),
    )
    city = models.CharField(
        _("city"), max_length=80, blank=True, help_text=_("Example: “København V”.")
    )
    cvr = models.CharField(
        _("CVR number"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}$", _("Write eight digits without spaces."))],
        help_text=_("Example: 64942212"),
    )
    phone = PhoneNumberField(
        _("main phone number"), blank=True, help_text=_("Example: +45 33 66 33 66")
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("Example: https://www.kk.dk")
    )
    data_protection_url = models.URLField(
        _("data protection"),
        blank=True,
        help_text=_(
            "Where the authority says how to reach its data protection officer. "
            "Example: https://www.kk.dk/databeskyttelse"
        ),
    )
    accessibility_statement_url = models.URLField(
        _("accessibility statement"),
        blank=True,
        help_text=_(
            "The statement's address in the WAS tool; the footer and /was lead to it. "
            "Example: https://was.digst.dk/example-dk"
        ),
    )
    security_contact = models.EmailField(
        _("e-mail for reports of security flaws"),
        blank=True,
        help_text=_("Example: sikkerhed@example.dk"),
    )
    # Not shown to the public.
    role_mailbox = models.EmailField(
        _("role mailbox"),
        blank=True,
        help_text=_(
            "Gets the reminders of what needs looking after, whoever is on holiday. Not "
            "shown to the public. Example: forebyggelse@example.dk"
        ),
    )
    other_formats = models.TextField(
        _("how to get a document in another format"),
        blank=True,
        help_text=_(
            "Shown beside files that cannot be read by everybody. "
            "Example: “Write to us, and we send you the text.”"
        ),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(pk=1),
                name="site_settings_one_row",
                violation_error_message=_("The site has these settings already."),
            ),
        ]

    def __str__(self):
        return self.site_name

    def get_preview_url(self):
        return reverse("pages:home")
