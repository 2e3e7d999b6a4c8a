"""The mail that reminds editors: plain text in Danish, with links into the admin."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def message(recipient, rows):
    with translation.override(settings.LANGUAGE_CODE):
        subject = ngettext(
            "%(count)d thing on the site needs looking after",
            "%(count)d things on the site need looking after",
            len(rows),
        )
        return EmailMessage(
            subject % {"count": len(rows)}, body(rows), to=[recipient], headers=AUTOMATIC
        )


# No holiday answers, please.
AUTOMATIC = {"Auto-Submitted": "auto-generated"}


def body(rows):
    parts = [
        _("The most urgent comes first. Each link leads to the place that mends it."),
        *(f"{row.target}\n{row.what}\n{settings.SITE_URL}{row.url}" for row in rows),
        _("Nothing is taken off the site by itself. The whole list:")
        + f"\n{settings.SITE_URL}{reverse('admin:attention')}",
    ]
    return "\n\n".join(parts) + "\n"
