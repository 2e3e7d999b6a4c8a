from django.db import models
from django.utils.translation import gettext_lazy as _


class PreventionLevel(models.TextChoices):
    """The three levels of the prevention triangle, from the base to the top."""

    PREVENTIVE = "preventive", _("preventive")
    ANTICIPATORY = "anticipatory", _("anticipatory")
    INTERVENING = "intervening", _("intervening")
