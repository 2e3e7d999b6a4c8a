"""What the data set is called, what it holds and where it is: the same everywhere."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from content.publishing.languages import DEFAULT, each_language


def name():
    return _("Referrals of concern about radicalisation in Copenhagen")


def description():
    return _(
        "How many referrals of concern about radicalisation the municipality received "
        "each year, and how many interventions it started."
    )


def place():
    return _("Copenhagen")


def field_descriptions():
    """What each field of a year means, by the name it has in the files."""
    return {
        "year": _("The calendar year that the figures are for."),
        "referrals": _("Referrals of concern received in the year."),
        "interventions": _("How many of the referrals led to an intervention."),
        "status": _("Whether the figures are final, provisional or revised."),
        "definition": _("The number of the definition. Compare only years that share one."),
        "note": _("What one must know to read the year's figures right."),
        "source": _("Who says so, where, and when."),
    }


def address(view_name):
    """The absolute address of a page or file, in the active language."""
    return settings.SITE_URL + reverse(view_name)


def identifier():
    """What the data set is known by, whatever the language."""
    with translation.override(DEFAULT):
        return f"{address('statistics')}#dataset"


def in_each_language(function):
    """What `function` returns in each of the site's languages: {"da": …, "en": …}."""
    return {code: function() for code in each_language()}


def texts(instance, field):
    """The field in each language that it has been written in."""
    written = {code: getattr(instance, f"{field}_{code}") for code in each_language()}
    return {code: text for code, text in written.items() if text}


def days_covered(years):
    """The first and the last day that the figures are for."""
    return f"{years[0].year}-01-01", f"{years[-1].year}-12-31"


def first_published(years):
    return min(year.first_published_at for year in years)


def last_updated(years):
    return max(year.last_updated_at for year in years)
