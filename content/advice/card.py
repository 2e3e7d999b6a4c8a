"""The contact card that is saved on a phone: vCard 3.0."""

import vobject
from django.conf import settings
from django.urls import reverse

from .opening_words import weekly


def vcard(unit):
    card = vobject.vCard()
    card.add("fn").value = unit.name
    card.add("n").value = vobject.vcard.Name(family=unit.name)
    card.add("org").value = [unit.name]
    for row in unit.phone_numbers.all():
        tel = card.add("tel")
        tel.value = row.number.as_e164
        tel.type_param = ["WORK", "VOICE"]
    if unit.email:
        card.add("email").value = unit.email
    card.add("url").value = settings.SITE_URL + reverse("advice")
    note = "\n".join(text for text in [unit.summary, *weekly(unit.schedule)] if text)
    if note:
        card.add("note").value = note
    return card.serialize()
