from django.contrib import messages
from django.utils.html import format_html
from django.utils.translation import ngettext

from content.publishing.remarks import remarks


class Remarking:
    """After a publication the form is left, so what is worth mending is told with it."""

    def tell_remarks(self, request, obj):
        number = len(remarks(obj))
        if not number:
            return
        told = ngettext(
            "{number} remark on the text stands in its form: {link}",
            "{number} remarks on the text stand in its form: {link}",
            number,
        )
        link = format_html('<a href="{}">{}</a>', self.address(obj, "change"), obj)
        message = format_html(told, number=number, link=link)
        self.message_user(request, message, messages.WARNING)
