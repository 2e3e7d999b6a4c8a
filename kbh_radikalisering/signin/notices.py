"""Whose way of signing in has changed is told so: it may not have been them."""

import logging
from smtplib import SMTPException
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.publishing.history import acts
from content.publishing.history.changes import Change
from content.publishing.models import Act
from content.site.templatetags.site import site_settings
from kbh_radikalisering.reminders import AUTOMATIC

logger = logging.getLogger(__name__)

PASSWORD = "password"  # noqa: S105
# It is told that it was changed, and nothing else.
PASSWORD_CHANGE = Change(PASSWORD, "", "")
# What the audit log calls it, and what the account's owner is told.
WORDS = {
    PASSWORD: gettext_lazy("The password was changed."),
    "second factor added": gettext_lazy("A passkey or an app that makes codes was added."),
    "second factor removed": gettext_lazy("A passkey or an app that makes codes was removed."),
    "second factor reset": gettext_lazy("The second step was taken away, to begin again."),
    "recovery codes renewed": gettext_lazy("New recovery codes were made."),
}


def password_changed(user, *, by):
    """Written down in the audit log, and told."""
    acts.write(Act.Action.CHANGED, user, by=by, found=[PASSWORD_CHANGE])
    tell(user, PASSWORD, by=by)


def second_step_changed(user, what, *, by, kind=""):
    """As above; `what` is another of WORDS, `kind` of which kind the factor is."""
    acts.write(Act.Action.CHANGED, user, by=by, note=f"{what}: {kind}" if kind else what)
    tell(user, what, by=by)


def tell(user, what, *, by):
    """By mail, once the change is stored; nobody waits for the mail server."""
    if settings.SENDS_MAIL and user.email:
        mail = message(user, what, by)
        transaction.on_commit(Thread(target=send, args=[mail], daemon=False).start)


def send(mail):
    try:
        mail.send()
    except (SMTPException, OSError) as error:
        logger.warning("No notice of a changed sign-in was sent: %s", type(error).__name__)


def message(user, what, by):
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("How you sign in has changed: %(site)s")
        site = site_settings().site_name or settings.SITE_HOST
        return EmailMessage(
            subject % {"site": site}, body(user, what, by), to=[user.email], headers=AUTOMATIC
        )


def body(user, what, by):
    who = _("By %(account)s.") % {"account": by} if by else _("From the server's command line.")
    parts = [
        f"{WORDS[what]} {who}",
        _("Account: %(account)s") % {"account": user} + f"\n{moment(timezone.now())}",
        _("If you know of this, there is nothing to do."),
        _(
            "If you don't: call one of the site's administrators at once. They can sign your "
            "account out everywhere. What belongs to your account stands here:"
        )
        + f"\n{settings.SITE_URL}{reverse('mfa_index')}",
    ]
    return "\n\n".join(parts) + "\n"


def moment(at):
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def news(user):
    """What has changed since `user` signed in last, in words; "" if nothing has."""
    if user.last_login is None:
        return ""
    since = Act.objects.of(user).filter(action=Act.Action.CHANGED, at__gt=user.last_login)
    found = [
        f"{moment(act.at)}: {WORDS[what]}" for act in reversed(since) if (what := told_by(act))
    ]
    if not found:
        return ""
    asked = _("Was it not you? Then call one of the site's administrators at once.")
    return " ".join([_("How you sign in has changed since you last did."), *found, asked])


def told_by(act):
    """Which of WORDS an entry of the audit log is about; "" if about none."""
    if any(each["field"] == PASSWORD for each in act.changes):
        return PASSWORD
    what = act.note.partition(":")[0]
    return what if what in WORDS else ""
