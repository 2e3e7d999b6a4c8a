from smtplib import SMTPException

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from content.publishing import reminding
from content.site.models import SiteSettings
from kbh_radikalisering.reminders import message


class Command(BaseCommand):
    help = "Remind editors by mail of what is due; run it once a day."

    def handle(self, **options):
        if not settings.SENDS_MAIL:
            self.stdout.write("No mail is sent: EMAIL_URL is not set.")
            return
        site = SiteSettings.objects.first()
        role_mailbox = site.role_mailbox if site else ""
        if not role_mailbox:
            self.stdout.write("The site settings name no role mailbox.")
        with translation.override(settings.LANGUAGE_CODE):
            rows_of = reminding.by_recipient(role_mailbox)
        unsent = [who for who, rows in rows_of.items() if not self.sent(who, rows)]
        reminding.forget_old()
        if unsent:
            raise CommandError("What was not sent is sent by the next run.")

    def sent(self, recipient, rows):
        try:
            with reminding.told(recipient, rows) as news:
                if news:
                    message(recipient, news).send()
                    self.stdout.write(f"Reminded {recipient} of {len(news)}.")
        except (SMTPException, OSError) as error:
            self.stderr.write(f"No mail to {recipient}: {error}")
            return False
        return True
