from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from .card import vcard
from .contact import contacts

# Cards are to be saved and printed, not found by search engines.
NOINDEX = {"X-Robots-Tag": "noindex"}


@require_safe
def contact_card(request):
    """The numbers on a sheet of A6, for a noticeboard or a wallet."""
    card = render_to_string("advice/contact_card.html", {"contacts": contacts()}, request)
    return HttpResponse(card, headers=NOINDEX)


@require_safe
def contact_vcard(request):
    """The numbers for a phone's address book."""
    units = [unit for unit in contacts().units if unit.phone_numbers.all()]
    if not units:
        raise Http404
    return HttpResponse(
        "".join(vcard(unit) for unit in units),
        content_type="text/vcard; charset=utf-8",
        headers=NOINDEX | {"Content-Disposition": 'attachment; filename="kontakt.vcf"'},
    )
