"""
The figures in plain sentences.

Never a share in per cent: most years have fewer than a hundred referrals, and a
lower share doesn't mean fewer problems.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import ConcernYear
from .numbers import grouped
from .timeline import comparable, is_between, timeline

# With fewer interventions than this, a difference between two years is easily chance.
SMALL = 100


def reading(years):
    """The paragraphs that tell a citizen what the table holds."""
    if not years:
        return []
    *earlier, latest = years
    paragraphs = [
        [*sentences_about(latest), *sentence_on_status(latest)],
        comparison(earlier[-1], latest) if earlier else [],
        [sentence_between(each) for each in timeline(years) if is_between(each)],
    ]
    return [" ".join(sentences) for sentences in paragraphs if sentences]


def sentences_about(year):
    if year.referrals == 0:
        sentence = _("In %(year)s the municipality received no referrals of concern.")
        return [sentence % {"year": year.year}]
    received = ngettext(
        "In %(year)s the municipality received %(number)s referral of concern.",
        "In %(year)s the municipality received %(number)s referrals of concern.",
        year.referrals,
    )
    if year.interventions:
        led = _("%(number)s led to an intervention.")
    else:
        led = _("No intervention was started.")
    return [
        received % {"year": year.year, "number": grouped(year.referrals)},
        led % {"number": grouped(year.interventions)},
    ]


def sentence_on_status(year):
    sentences = {
        ConcernYear.Status.PROVISIONAL: _("The figures are provisional and may change."),
        ConcernYear.Status.REVISED: _(
            "The figures have been revised since they first came out."
        ),
    }
    return [sentences[year.status]] if year.status in sentences else []


def comparison(earlier, later):
    if not comparable(earlier, later):
        return []
    sentences = [
        difference_in_referrals(earlier, later),
        difference_in_interventions(earlier, later),
    ]
    if min(earlier.interventions, later.interventions) < SMALL:
        sentences.append(
            _("The numbers are small, so a difference between two years may be chance.")
        )
    return sentences


def difference_in_referrals(earlier, later):
    difference = later.referrals - earlier.referrals
    if difference > 0:
        sentence = ngettext(
            "That is %(number)s more referral than in %(year)s.",
            "That is %(number)s more referrals than in %(year)s.",
            difference,
        )
    elif difference < 0:
        sentence = ngettext(
            "That is %(number)s fewer referral than in %(year)s.",
            "That is %(number)s fewer referrals than in %(year)s.",
            -difference,
        )
    else:
        sentence = _("That is the same number of referrals as in %(year)s.")
    return sentence % {"number": grouped(abs(difference)), "year": earlier.year}


def difference_in_interventions(earlier, later):
    difference = later.interventions - earlier.interventions
    if difference > 0:
        sentence = ngettext(
            "%(number)s more intervention was started than in %(year)s.",
            "%(number)s more interventions were started than in %(year)s.",
            difference,
        )
    elif difference < 0:
        sentence = ngettext(
            "%(number)s fewer intervention was started than in %(year)s.",
            "%(number)s fewer interventions were started than in %(year)s.",
            -difference,
        )
    else:
        sentence = _("As many interventions were started as in %(year)s.")
    return sentence % {"number": grouped(abs(difference)), "year": earlier.year}


def sentence_between(each):
    if each.kind == "gap":
        sentence = _("There are no figures for %(years)s.")
        return sentence % {"years": each.years}
    sentence = _(
        "From %(year)s on the referrals were counted differently, so the figures can't "
        "be compared with the earlier ones."
    )
    return sentence % {"year": each.year}
