from django import template
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from content.advice import contact, opening_words
from content.advice.opening import COPENHAGEN
from content.advice.shown import shown
from content.advice.structured import contact_points
from content.publishing.kept import holds_until, is_passing, shown_at
from content.publishing.structured_data import as_script

register = template.Library()


@register.simple_tag
def contact_bar():
    """The number to call, on every page."""
    bar = shown("advice/_contact_bar.html", contact.bar, shown_at())
    holds_until(bar.until)
    # What a preview shows is not known to be right.
    if bar.said["contact"] and not is_passing():
        contact.remember(bar.said["contact"])
    return bar.html


@register.simple_tag
def advice_contact():
    """All that is known of whom to call and what happens then."""
    return shown("advice/_contact.html", everything, shown_at()).html


def everything(_at):
    return {"contacts": contact.contacts()}


@register.simple_tag
def advice_summary():
    """The first unit in short, with the way to the rest."""
    return shown("advice/_summary.html", the_first, shown_at()).html


def the_first(_at):
    return {"unit": contact.contacts().unit}


@register.inclusion_tag("advice/_help_lines.html")
def help_lines():
    """Whom to call in other situations."""
    return {"lines": contact.contacts().lines}


@register.simple_tag
def answers_now(row, at=None):
    """Whether a unit or line answers at `at`, or now; "" where no hours are known."""
    return opening_words.state(row.schedule, at or shown_at())


@register.filter
def weekly_hours(row):
    return opening_words.weekly(row.schedule)


@register.filter
def coming_closed_days(unit):
    """The closed days from today on, the soonest first."""
    today = timezone.localdate(shown_at(), timezone=COPENHAGEN)
    return [row for row in unit.closed_days.all() if row.date >= today]


@register.filter
def listed(words):
    """ "parents, pedagogues and teachers"."""
    return get_text_list([str(word) for word in words], _("and"))


@register.simple_tag
def contact_point_jsonld():
    return as_script({"@graph": contact_points()})
