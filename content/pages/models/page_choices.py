from functools import reduce
from operator import or_

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a page shows below its text."""

    ARTICLE = "article", _("article")
    STRATEGY = "strategy", _("strategy")
    RECOMMENDATIONS = "recommendations", _("recommendations")
    ACTION_PLAN = "action_plan", _("action plan")
    # The four below each stand at one address of their own.
    HOME = "home", _("front page")
    NETWORKS = "networks", _("networks")
    STATISTICS = "statistics", _("statistics")
    ADVICE = "advice", _("advice")


# Other apps' addresses hang below these, so editors can't rename them.
FIXED = {
    Kind.HOME: "/",
    Kind.NETWORKS: "/netvaerk/",
    Kind.STATISTICS: "/statistik/",
    Kind.ADVICE: "/raadgivning/",
}
IS_FIXED = models.Q(kind__in=list(FIXED))
IS_AT_ITS_ADDRESS = reduce(
    or_, (models.Q(kind=kind, path=path) for kind, path in FIXED.items())
)


class Policy(models.TextChoices):
    """Whether a strategy or a plan still holds."""

    IN_FORCE = "in_force", _("in force")
    HISTORICAL = "historical", _("historical")
    REPLACED = "replaced", _("replaced by")


class Menu(models.TextChoices):
    NONE = "none", _("not in a menu")
    MAIN = "main", _("main menu")
    FOOTER = "footer", _("footer")
