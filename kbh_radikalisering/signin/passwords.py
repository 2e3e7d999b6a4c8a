"""Which passwords anyone would try first on this site."""

import re
from itertools import pairwise

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content.site.templatetags.site import site_settings

# What the site and its editors are called, with and without Danish letters.
WORDS = {
    *("radikalisering", "forebyggelse", "ekstremisme", "kommune", "kbh"),
    *("københavn", "koebenhavn", "kobenhavn", "copenhagen", "municipality"),
    *("radicalisation", "extremism", "preventing", "prevention"),
    *("redaktør", "redaktoer", "redaktor", "udgiver", "administrator", "admin"),
    *("adgangskode", "kodeord", "password"),
}
# How many characters of their own, and how many different ones, a password has.
OWN = 8
DIFFERENT = 6


class SiteWordsValidator:
    """No word is forbidden; a password just can't be made of the site's own words alone."""

    def validate(self, password, user=None):
        text = password.casefold()
        if len(set(text)) < DIFFERENT or is_counting(text):
            raise ValidationError(
                _("The password repeats itself or only counts."), code="password_repeats_itself"
            )
        if len(re.sub(r"[\W_]", "", without_words(text))) < OWN:
            raise ValidationError(
                _("The password is made of words that belong to the site. Add some of yours."),
                code="password_of_site_words",
            )

    def get_help_text(self):
        return _("It must not be made of the site's own words alone.")


def is_counting(text):
    """Whether most characters are the next or the last one's neighbour: 12345, abcde."""
    steps = [abs(ord(one) - ord(other)) for one, other in pairwise(text)]
    return sum(step <= 1 for step in steps) > len(steps) / 2


def without_words(text):
    for word in sorted(words(), key=len, reverse=True):
        text = text.replace(word, "")
    return text


def words():
    site = site_settings()
    named = f"{settings.SITE_HOST} {site.site_name} {site.organisation}".casefold()
    return WORDS | {*(word for word in re.findall(r"\w+", named) if len(word) > 2)}
