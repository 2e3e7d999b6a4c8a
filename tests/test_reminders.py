"""Mail to those who look after the site: who gets it, of what, how often, and when it fails."""

import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import StringIO
from threading import Barrier
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from content.publishing import door
from content.publishing.models import Reminder, YearlyTask
from content.publishing.reminding import due_rows, take
from content.site.models import SiteSettings

from .editors import address

OWNER = "anna@example.dk"
ROLE = "web@example.dk"

pytestmark = pytest.mark.usefixtures("site_settings")


@pytest.fixture(autouse=True)
def sends_mail(settings):
    settings.SENDS_MAIL = True
    settings.SITE_URL = "https://forebyggelse.example.dk"
    settings.DEFAULT_FROM_EMAIL = "fra@example.dk"


@pytest.fixture
def role_mailbox(site_settings):
    SiteSettings.objects.update(role_mailbox=ROLE)


@pytest.fixture
def owner(db):
    return User.objects.create_user("anna", OWNER, is_staff=True)


@pytest.fixture
def owned(page, owner):
    page.owner, page.next_review = owner, today(3)
    page.save()
    return page


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def send():
    """What the command says, and the mails it sent: [(to, text)]."""
    mail.outbox.clear()
    out = StringIO()
    call_command("send_reminders", stdout=out)
    return out.getvalue(), [(each.to, each.body) for each in mail.outbox]


def recipients():
    return [to for to, _body in send()[1]]


def later(**time):
    for reminder in Reminder.objects.all():
        reminder.sent_at -= timedelta(**time)
        reminder.save()


def test_the_owner_and_the_role_mailbox_are_reminded(owned, role_mailbox):
    assert sorted(recipients()) == [[OWNER], [ROLE]]


def test_the_mail_says_which_page_and_leads_to_its_form(owned):
    _said, [(_to, body)] = send()

    assert "Strategi" in body
    assert (
        f"https://forebyggelse.example.dk{address(owned, 'change', owned.pk)}#reviewed" in body
    )
    assert f"https://forebyggelse.example.dk{reverse('admin:attention')}" in body
    assert mail.outbox[0].from_email == "fra@example.dk"


def test_the_mail_is_plain_text_that_asks_for_no_answer(owned):
    send()

    message = mail.outbox[0].message()
    assert message.get_content_type() == "text/plain"
    assert message["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    ("days", "is_reminded"), [(-100, True), (14, True), (15, False), (None, False)]
)
def test_a_review_is_reminded_of_a_fortnight_ahead_and_until_it_is_done(
    owned, days, is_reminded
):
    owned.next_review = None if days is None else today(days)
    owned.save()

    assert bool(recipients()) == is_reminded


def test_each_recipient_gets_one_mail_of_all(owned, home, role_mailbox):
    home.next_review = today(-3)
    home.save()

    mails = {to[0]: body for to, body in send()[1]}

    assert len(mail.outbox) == 2
    assert ("Forside" in mails[OWNER], "Strategi" in mails[OWNER]) == (False, True)
    assert ("Forside" in mails[ROLE], "Strategi" in mails[ROLE]) == (True, True)


def test_numbers_and_tasks_go_to_the_role_mailbox(owned, role_mailbox, help_line):
    YearlyTask.objects.create(name_da="Øvelse")

    mails = {to[0]: body for to, body in send()[1]}

    assert ("Alarm 112" in mails[ROLE], "Øvelse" in mails[ROLE]) == (True, True)
    assert ("Alarm 112" in mails[OWNER], "Øvelse" in mails[OWNER]) == (False, False)


def test_an_owner_who_is_the_role_mailbox_gets_one_mail(owned, owner, role_mailbox):
    owner.email = ROLE
    owner.save()

    assert recipients() == [[ROLE]]


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_an_owner_who_can_t_be_reached_leaves_it_to_the_role_mailbox(
    owned, owner, role_mailbox, change
):
    User.objects.filter(pk=owner.pk).update(**change)

    assert recipients() == [[ROLE]]


def test_the_same_is_said_once_a_week(owned):
    assert recipients() == [[OWNER]]
    assert recipients() == []

    later(days=6)
    assert recipients() == []

    later(days=1)
    assert recipients() == [[OWNER]]


def test_a_new_date_is_a_new_reminder(owned):
    send()
    owned.next_review = today(5)
    owned.save()

    assert recipients() == [[OWNER]]


def test_within_the_week_only_what_is_new_is_said(owned, home, owner):
    send()
    home.owner, home.next_review = owner, today(-3)
    home.save()

    _said, [(_to, body)] = send()

    assert ("Forside" in body, "Strategi" in body) == (True, False)


def test_nobody_is_reminded_of_what_is_withdrawn(owned):
    door.withdraw(owned)

    assert recipients() == []


def test_reminders_change_nothing_of_the_site(owned):
    owned.next_review = today(-400)
    owned.save()
    send()

    owned.refresh_from_db()
    assert (owned.is_published, owned.next_review) == (True, today(-400))


def test_without_a_mail_server_the_command_says_so(owned, settings):
    settings.SENDS_MAIL = False

    said, mails = send()

    assert (said, mails) == ("No mail is sent: EMAIL_URL is not set.\n", [])
    assert Reminder.objects.count() == 0


def test_without_a_role_mailbox_the_command_says_so(owned):
    said, mails = send()

    assert "no role mailbox" in said
    assert len(mails) == 1


def test_a_server_that_is_down_loses_nothing(owned, role_mailbox, settings, capsys):
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with socket.create_server(("127.0.0.1", 0)) as free:
        settings.EMAIL_PORT = free.getsockname()[1]
    err = StringIO()

    with pytest.raises(CommandError):
        call_command("send_reminders", stdout=StringIO(), stderr=err)

    assert sorted(line.split(":")[0] for line in err.getvalue().splitlines()) == [
        f"No mail to {OWNER}",
        f"No mail to {ROLE}",
    ]
    assert Reminder.objects.count() == 0
    settings.EMAIL_BACKEND = backend
    assert sorted(recipients()) == [[OWNER], [ROLE]]


# Two processes at the same moment


class MeanwhileAnother(EmailBackend):
    """While the mail is on its way another process begins to send reminders."""

    def send_messages(self, messages):
        call_command("send_reminders", stdout=StringIO())
        return super().send_messages(messages)


def test_two_processes_at_the_same_moment_send_one_mail(owned, role_mailbox, settings):
    settings.EMAIL_BACKEND = f"{__name__}.MeanwhileAnother"

    assert sorted(recipients()) == [[OWNER], [ROLE]]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="Threads need a database server")
def test_of_many_at_the_same_moment_one_claims_each_reminder():
    start = Barrier(6)

    def claim(_number):
        try:
            start.wait()
            take(uuid4(), OWNER, ["a", "b", "c"])
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(claim, range(6)))

    assert Reminder.objects.count() == 3
    assert Reminder.objects.values("claim").distinct().count() == 1


def test_a_reminder_whose_sender_died_is_sent_by_a_later_run(owned):
    take(uuid4(), OWNER, [row.key for row in due_rows()])
    assert recipients() == []

    Reminder.objects.update(claimed_at=timezone.now() - timedelta(hours=1))
    assert recipients() == [[OWNER]]


def test_old_reminders_are_forgotten(owned):
    send()
    owned.next_review = None
    owned.save()

    later(days=59)
    send()
    assert Reminder.objects.count() == 1

    later(days=1)
    send()
    assert Reminder.objects.count() == 0
